package org.graphline.checker.composition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The marks of [WaitMarking], equal ones having equal numbers: for each signal that the outside looks at a function of
/// the variables of the part, and last whether somebody who is stuck is busy.
final class WaitMarks {
  final Functions functions = new Functions();
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final List<List<Integer>> marks = new ArrayList<>();

  /// Returns the number of a mark; [Marking#BAD] if somebody busy is stuck whatever the outside does.
  int number(List<Integer> mark) {
    if (mark.getLast() == Functions.TRUE) {
      return Marking.BAD;
    }
    Integer known = numbers.putIfAbsent(mark, marks.size());
    if (known != null) {
      return known;
    }
    marks.add(mark);
    return marks.size() - 1;
  }

  /// Returns the functions of a mark.
  List<Integer> functions(int mark) {
    return marks.get(mark);
  }
}
