/// From a checked program to readable Java: [Compiler] is the door, and nothing further in imports it.
/// Depends on the model alone. What the generated code runs on is named by string only, and checked by a
/// test.
package org.graphline.compiler;
