/// A guided search for stuck groups that local arguments leave possible: a candidate says who might be stuck
/// where; the search looks for a run to there. What it finds is a run of the product, and a verdict only once
/// the model has replayed it; what it does not find says nothing.
package org.graphline.checker.candidate;
