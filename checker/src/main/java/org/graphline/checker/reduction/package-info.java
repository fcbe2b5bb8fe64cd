/// Fewer states and the same verdicts: state spaces made from state spaces, and searches that leave steps
/// out. Each says what it preserves.
///
/// Stubborn sets go from the offers of a product ([Events], what they do to each other: [Accordance], and
/// what must come before: [Cuts]) to sets in single states ([StubbornSets], [StubbornChoice]) to a search
/// ([StubbornSearch]) with what it kept ([ReducedGraph]), of symmetric states one if wanted ([Symmetry]).
package org.graphline.checker.reduction;
