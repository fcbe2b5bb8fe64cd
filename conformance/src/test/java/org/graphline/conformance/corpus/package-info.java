/// Runs the corpus: each spec of `conformance/` gets the verdict its folder and its header promise.
package org.graphline.conformance.corpus;
