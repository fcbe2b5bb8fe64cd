/// Proofs of deadlock freedom without a search of the network's states: what pairs of neighbors can be in
/// together is worked out exactly, and from these facts it is shown that nobody can be stuck. Their cost
/// grows with the number of components and lines, not with the number of states.
///
/// An argument that does not come to an end says nothing: there is no verdict here but "proved".
package org.graphline.checker.proof;
