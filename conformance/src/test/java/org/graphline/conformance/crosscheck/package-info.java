/// Random programs, and every layer held against something simpler: the checker against the naive judge, with and
/// without reduction, the formatter against itself.
package org.graphline.conformance.crosscheck;
