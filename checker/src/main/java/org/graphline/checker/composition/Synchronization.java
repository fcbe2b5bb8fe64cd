package org.graphline.checker.composition;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphline.checker.product.Table;

/// A step as a synchronization of fields: it is possible where each field that takes part allows it, and each of them
/// changes by itself (synchronization vectors: Arnold, "Finite Transition Systems", 1994; Lang, "EXP.OPEN 2.0", IFM 2005).
///
/// @param kind   what the step is once nobody outside takes part, as a [Marking] has it
/// @param moves  the instances that move
/// @param tables for each field that takes part what becomes of its values; -1 where it does not allow the step
record Synchronization(int kind, List<Integer> moves, SortedMap<Integer, Table> tables) {
  Synchronization {
    moves = moves.stream().distinct().sorted().toList();
    tables = new TreeMap<>(tables);
  }
}
