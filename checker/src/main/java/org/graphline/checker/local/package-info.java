/// The local states of the behaviors of a network: which each can be in, what it can do in each, and what it becomes,
/// worked out with the model's own local code. Each behavior is looked at on its own; where that makes very many, two
/// instances with the lines between them at a time.
///
/// Knows the ends of a behavior and which letters may come in there; nothing of how steps of a network are put together.
package org.graphline.checker.local;
