/// Random small programs as source text, so that every layer meets them, and the way to make one that shows a
/// disagreement smaller. A program is a function of its seed.
package org.graphline.conformance.random;
