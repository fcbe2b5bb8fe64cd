package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Joins marks of [WaitMarking]: what one part tells the other is put in the place of what the other asks, until nothing
/// changes, beginning with everybody stuck.
final class WaitJoining implements Marking.Joining {
  private final WaitMarks marks;
  private final Functions functions;
  private final Face face;
  private final Side left;
  private final Side right;
  /// The outputs of both that the outside looks at: those of the left, then those of the right.
  private final List<Integer> told = new ArrayList<>();
  private final Map<Asked, Integer> known = new HashMap<>();

  /// @param face of both
  WaitJoining(WaitMarks marks, Face left, Face right, Face face) {
    this.marks = marks;
    this.functions = marks.functions;
    this.face = face;
    this.left = new Side(left, right, face, 0);
    this.right = new Side(right, left, face, left.movable().size());
    for (int signal : face.outputs()) {
      int there = left.outputs().indexOf(signal);
      told.add(there >= 0 ? there : left.outputs().size() + right.outputs().indexOf(signal));
    }
  }

  private record Asked(int left, int right, long moved) {}

  /// One of the two parts: where its variables come from.
  private static final class Side {
    /// For each input the variable of both, or -1 minus the number of the other's output.
    private final List<Integer> inputs = new ArrayList<>();
    /// For each that may move the variable of both, or -1 if nobody outside takes part any more.
    private final List<Integer> movable = new ArrayList<>();
    private final int first;

    Side(Face own, Face other, Face both, int first) {
      this.first = first;
      for (int signal : own.inputs()) {
        int told = other.outputs().indexOf(signal);
        inputs.add(told >= 0 ? -1 - told : both.inputs().indexOf(signal));
      }
      for (int instance : own.movable()) {
        int at = both.movable().indexOf(instance);
        movable.add(at < 0 ? -1 : both.inputs().size() + at);
      }
    }
  }

  @Override
  public Face face() {
    return face;
  }

  @Override
  public List<Object> form() {
    return List.of(left.inputs, left.movable, right.inputs, right.movable, told);
  }

  @Override
  public int mark(int one, int other, long moved) {
    if (one < 0 || other < 0) {
      return Math.max(one < 0 ? one : Marking.BAD, other < 0 ? other : Marking.BAD);
    }
    return known.computeIfAbsent(new Asked(one, other, moved), this::solved);
  }

  private int solved(Asked asked) {
    List<Integer> ours = marks.functions(asked.left());
    List<Integer> theirs = marks.functions(asked.right());
    List<Integer> toldByLeft = stuck(ours);
    List<Integer> toldByRight = stuck(theirs);
    while (true) {
      List<Integer> nextLeft = told(left, ours, toldByRight, asked.moved());
      List<Integer> nextRight = told(right, theirs, nextLeft, asked.moved());
      if (nextLeft.equals(toldByLeft) && nextRight.equals(toldByRight)) {
        break;
      }
      toldByLeft = nextLeft;
      toldByRight = nextRight;
    }
    var all = new ArrayList<Integer>();
    int size = toldByLeft.size() - 1;
    for (int output : told) {
      all.add(output < size ? toldByLeft.get(output) : toldByRight.get(output - size));
    }
    all.add(functions.or(toldByLeft.getLast(), toldByRight.getLast()));
    return marks.number(all);
  }

  private static List<Integer> stuck(List<Integer> mark) {
    return java.util.Collections.nCopies(mark.size(), Functions.TRUE);
  }

  private List<Integer> told(Side side, List<Integer> mark, List<Integer> others, long moved) {
    int[] variables = new int[side.inputs.size() + side.movable.size()];
    for (int i = 0; i < side.inputs.size(); i++) {
      int from = side.inputs.get(i);
      variables[i] = from < 0 ? others.get(-1 - from) : functions.variable(from);
    }
    for (int i = 0; i < side.movable.size(); i++) {
      int from = side.movable.get(i);
      variables[side.inputs.size() + i] = (moved >>> side.first + i & 1) != 0 ? Functions.FALSE
          : from < 0 ? Functions.TRUE : functions.variable(from);
    }
    var all = new ArrayList<Integer>();
    mark.forEach(f -> all.add(functions.with(f, variables)));
    return all;
  }
}
