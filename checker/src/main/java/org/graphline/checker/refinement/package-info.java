/// What a network shows its environment, and whether that is allowed by a specification: refinement in
/// traces, stable failures and divergences, and determinism, after Roscoe ("Understanding Concurrent
/// Systems", 2010, chapters 6, 10 and 17). Works on any [org.graphline.checker.space.StateSpace]; how it is
/// told is said in `story`.
package org.graphline.checker.refinement;
