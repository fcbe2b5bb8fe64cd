package org.graphline.checker.candidate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;

/// Where a search wants to get: for some fields the values that they are to have.
///
/// @param wanted for each of these fields its values
record Goal(Map<Integer, BitSet> wanted) {

  /// Returns what a candidate asks for: everyone at its place, and on the lines around them what lets none of
  /// those who are to be stuck move; nothing if they can always move.
  static Optional<Goal> of(Candidate candidate, Moves moves) {
    var goal = new Goal(new TreeMap<>());
    for (Candidate.Place place : candidate.places()) {
      var only = new BitSet();
      only.set(place.state());
      goal.wanted.put(place.instance(), only);
    }
    for (Candidate.Place place : candidate.places()) {
      if (place.stuck()) {
        for (int number : moves.moving(place.instance())) {
          if (!goal.forbid(moves.get(number), moves)) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(goal);
  }

  /// Wants the step to be impossible; reports whether it may be.
  private boolean forbid(Moves.Move move, Moves moves) {
    var ways = new ArrayList<List<Atom>>();
    if (move.lead() >= 0) {
      BitSet lead = wanted.get(move.lead());
      if (lead != null && !lead.get(move.value())) {
        return true;
      }
    }
    for (Clause clause : move.offer().guard()) {
      List<Atom> open = clause.atoms().stream().filter(a -> mayHold(a, moves)).toList();
      if (open.isEmpty()) {
        return true;
      }
      ways.add(open);
    }
    return ways.stream().anyMatch(open -> falsify(open, moves)) || move.lead() >= 0 && avoid(move, moves);
  }

  private boolean mayHold(Atom atom, Moves moves) {
    return values(atom.field(), moves).stream().anyMatch(atom::holds);
  }

  private BitSet values(int field, Moves moves) {
    BitSet known = wanted.get(field);
    if (known != null) {
      return known;
    }
    var all = new BitSet();
    all.set(0, moves.product().fields().get(field).size());
    return all;
  }

  private boolean falsify(List<Atom> atoms, Moves moves) {
    Map<Integer, BitSet> narrowed = new TreeMap<>();
    for (Atom atom : atoms) {
      BitSet left = (BitSet) narrowed.getOrDefault(atom.field(), values(atom.field(), moves)).clone();
      left.stream().filter(atom::holds).forEach(left::clear);
      if (left.isEmpty()) {
        return false;
      }
      narrowed.put(atom.field(), left);
    }
    wanted.putAll(narrowed);
    return true;
  }

  private boolean avoid(Moves.Move move, Moves moves) {
    BitSet left = (BitSet) values(move.lead(), moves).clone();
    left.clear(move.value());
    if (left.isEmpty()) {
      return false;
    }
    wanted.put(move.lead(), left);
    return true;
  }
}
