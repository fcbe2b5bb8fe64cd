package org.graphline.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import org.graphline.compiler.sourcemap.Marks;
import org.graphline.model.source.Span;

/// A body of Java under construction, line by line. Lines that stand for something in the source end with a
/// mark.
final class Body {
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final Marks marks;

  Body(Marks marks) {
    this.marks = marks;
  }

  /// Adds a line.
  Body line(String format, Object... arguments) {
    code.add(format + "\n", arguments);
    return this;
  }

  /// Adds a line made from `span`.
  Body line(Span span, String format, Object... arguments) {
    code.add(format, arguments).add(" $L\n", marks.mark(span));
    return this;
  }

  /// Adds a line made from `span`, and moves what follows to the right.
  Body open(Span span, String format, Object... arguments) {
    line(span, format, arguments);
    return indent();
  }

  /// Adds a line and moves what follows to the right.
  Body open(String format, Object... arguments) {
    line(format, arguments);
    return indent();
  }

  /// Moves back to the left, then adds a line.
  Body close(String format, Object... arguments) {
    code.unindent();
    return line(format, arguments);
  }

  /// Moves back to the left, adds a line, and moves what follows to the right again.
  Body turn(String format, Object... arguments) {
    return close(format, arguments).indent();
  }

  Body indent() {
    code.indent();
    return this;
  }

  Body unindent() {
    code.unindent();
    return this;
  }

  CodeBlock build() {
    return code.build();
  }
}
