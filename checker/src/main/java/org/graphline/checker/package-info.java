/// The facade of the checker: a network and what is claimed of it go in, verdicts come out. Inner packages
/// never import this one.
package org.graphline.checker;
