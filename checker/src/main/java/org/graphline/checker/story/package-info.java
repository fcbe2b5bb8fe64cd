/// Evidence made readable and told in words and places of the source, after it has been replayed. Nothing is
/// found out here, and nothing is shown that the model cannot follow: `Causes` says what depends on what,
/// `Editor` orders and shortens, `Replay` confirms, `Explainer` tells.
package org.graphline.checker.story;
