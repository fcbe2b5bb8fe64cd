/// The one meaning: the steps of a network (docs/semantics.md, rule by rule). Checker and monitor have no other.
package org.graphline.model.semantics;
