package org.graphline.compiler.emit;

import com.palantir.javapoet.CodeBlock;

/// A Java expression.
///
/// @param level how tightly it binds, as in `Wording`: 0 for `?:` up to 8 for what needs no parentheses
/// @param boxed whether its type is `Integer` or `Boolean` where the language has a range or a truth value
record Java(CodeBlock code, int level, boolean boxed) {
  static final int TIGHT = 8;

  /// Returns an expression that never needs parentheses.
  static Java tight(String format, Object... arguments) {
    return new Java(CodeBlock.of(format, arguments), TIGHT, false);
  }

  /// Returns a call that returns `Integer` or `Boolean` if `boxed`.
  static Java call(boolean boxed, String format, Object... arguments) {
    return new Java(CodeBlock.of(format, arguments), TIGHT, boxed);
  }

  /// Returns the code, in parentheses if it binds less tightly than `atLeast`.
  CodeBlock within(int atLeast) {
    return level < atLeast ? CodeBlock.of("($L)", code) : code;
  }
}
