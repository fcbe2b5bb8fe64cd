/// States as words: the seam between the searches and whatever computes steps over packed states, the packing
/// of fields into words, the filter for states worth a closer look, and an interpreter of offers.
///
/// Knows fields and offers of [org.graphline.checker.product], nothing of how states are stored or searched.
package org.graphline.checker.packed;
