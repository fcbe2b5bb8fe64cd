package org.graphline.checker.compiled;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.stream.LongStream;

/// Pushes the constants of a body's rules, one after the other: written into the code, or read from the row
/// of parameters.
final class Constants {
  private final ClassDesc self;
  private final long[] literals;
  private final int[] parameters;
  private int next;

  /// @param self the class that is written
  /// @param from the number of the rule that comes first
  Constants(ClassDesc self, Body body, int from) {
    this.self = self;
    List<Rule> rules = body.rules();
    this.literals = rules.stream().flatMapToLong(r -> LongStream.of(r.constants())).toArray();
    this.parameters = body.parameters();
    this.next = body.firstConstant(from);
  }

  /// Returns the class that is written.
  ClassDesc self() {
    return self;
  }

  /// Pushes the next one.
  void pushLong(CodeBuilder code, Frame frame) {
    int at = next++;
    if (parameters[at] < 0) {
      code.loadConstant(literals[at]);
    } else {
      code.getstatic(self, "LONGS", Frame.LONGS).iload(frame.row);
      if (parameters[at] > 0) {
        code.loadConstant(parameters[at]).iadd();
      }
      code.laload();
    }
  }

  /// Pushes the next one as an int.
  void pushInt(CodeBuilder code, Frame frame) {
    if (parameters[next] < 0) {
      code.loadConstant((int) literals[next++]);
    } else {
      pushLong(code, frame);
      code.l2i();
    }
  }

  /// Flips what the next one says in what is on the stack.
  void flip(CodeBuilder code, Frame frame) {
    if (parameters[next] < 0 && literals[next] == 0) {
      next++;
    } else {
      pushLong(code, frame);
      code.lxor();
    }
  }

  /// Leaves the next one out.
  void skip() {
    next++;
  }
}
