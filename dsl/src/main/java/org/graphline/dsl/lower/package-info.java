/// From resolved trees to the model's terms: components with their statements, graphs with their wires,
/// checks.
///
/// Lowering always yields a program, with holes where something was wrong; the facade passes it on only if
/// nothing was.
package org.graphline.dsl.lower;
