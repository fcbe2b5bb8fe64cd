/// States as words: the seam between the searches and whatever computes steps over packed states.
///
/// Knows fields and offers of [org.graphline.checker.product], nothing of how states are stored or searched.
package org.graphline.checker.packed;
