/// Verdicts by composition: parts of a network are explored on their own, hidden steps are hidden, what behaves alike is
/// made one, and what is left is composed. Reads the [org.graphline.checker.product.Product] that the search explores.
package org.graphline.checker.composition;
