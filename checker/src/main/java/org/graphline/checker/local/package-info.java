/// The local states of the behaviors of a network, each behavior on its own: which it can be in, what it can do in each,
/// and what it becomes, worked out with the model's own local code.
///
/// Knows the ends of a behavior and which letters may come in there; nothing of how steps of a network are put together.
package org.graphline.checker.local;
