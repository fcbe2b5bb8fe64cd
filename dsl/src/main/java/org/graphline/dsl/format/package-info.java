/// The formatter. It lays out the words of a file anew and never adds, drops or changes one, so it cannot
/// change what the file means; comments keep their place among the words. Layout follows the syntax tree;
/// what the author put on one line, and single empty lines, stay where they fit.
package org.graphline.dsl.format;
