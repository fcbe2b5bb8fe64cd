/// The seam between what is explored and how: state spaces, and the store that keeps the states seen. Nothing
/// here knows what a property is good for or how a search goes.
package org.graphline.checker.space;
