/// The syntax tree: what a file says, exactly as written and nothing more.
///
/// One file per sort of node, immutable records with a trailing span. Names are not resolved and types not
/// computed here; later phases keep such facts in tables of their own, keyed by node identity. Only parsed
/// nodes that are free of syntax errors appear in a tree.
package org.graphline.dsl.ast;
