/// Types of expressions: from the syntax tree to the model's typed expressions.
///
/// Whatever is wrong becomes a diagnostic and an expression of unknown type, which fits everywhere, so that
/// one mistake is reported once. Statements and graphs are for the package `lower`.
package org.graphline.dsl.type;
