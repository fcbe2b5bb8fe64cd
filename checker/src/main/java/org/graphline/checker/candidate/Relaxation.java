package org.graphline.checker.candidate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Update;

/// Plans that forget nothing: a field that once had a value keeps it beside all later ones. What such a plan
/// needs is a measure of how far the goal is, and a guess at what to do (Hoffmann, Nebel, "The FF Planning
/// System", JAIR 14, 2001).
///
/// Only steps that change fields of a cluster are looked at; all other fields stay as they are.
final class Relaxation {
  private static final int NEVER = Integer.MAX_VALUE;

  private final Moves moves;
  private final int[] base;
  private final int facts;
  private final List<Moves.Move> inside = new ArrayList<>();
  /// For each fact the conditions of steps that it makes true.
  private final Links met;
  /// For each fact the effects that also need it.
  private final Links helped;
  /// For each step its effects.
  private final Links effects;
  private final int[] conditionsOf;
  private int[] conditionMove = new int[256];
  private int conditions;
  private int[] effectMove = new int[256];
  private int[] effectFrom = new int[256];
  private int[] effectTo = new int[256];
  private int effectCount;

  private final int[] level;
  private final int[] supporter;
  private int[] metBy = {};
  private final int[] missing;
  private final boolean[] done;
  private final int[] queue;
  private int queued;
  private long work;

  /// @param cluster  the fields that may change
  /// @param sleeping the values of all other fields
  Relaxation(Moves moves, BitSet cluster, int[] sleeping) {
    this.moves = moves;
    this.base = new int[sleeping.length];
    Arrays.fill(base, -1);
    int count = 0;
    for (int f = cluster.nextSetBit(0); f >= 0; f = cluster.nextSetBit(f + 1)) {
      base[f] = count;
      count += moves.product().fields().get(f).size();
    }
    this.facts = count;
    this.met = new Links(facts);
    this.helped = new Links(facts);
    for (Moves.Move move : moves.all()) {
      if (Arrays.stream(move.changed()).allMatch(cluster::get) && move.changed().length > 0
          && (move.lead() < 0 || cluster.get(move.lead()) || sleeping[move.lead()] == move.value())
          && move.offer().guard().stream().allMatch(c -> mayHold(c, sleeping))) {
        inside.add(move);
      }
    }
    this.effects = new Links(inside.size());
    this.conditionsOf = new int[inside.size()];
    for (int m = 0; m < inside.size(); m++) {
      conditions(m, inside.get(m), sleeping);
      effects(m, inside.get(m));
    }
    this.level = new int[facts];
    this.supporter = new int[facts];
    this.missing = new int[inside.size()];
    this.done = new boolean[inside.size()];
    this.queue = new int[facts];
  }

  private boolean mayHold(Clause clause, int[] sleeping) {
    return clause.atoms().stream().anyMatch(a -> base[a.field()] >= 0 || a.holds(sleeping[a.field()]));
  }

  private void conditions(int number, Moves.Move move, int[] sleeping) {
    if (move.lead() >= 0 && base[move.lead()] >= 0) {
      met.add(base[move.lead()] + move.value(), condition(number));
    }
    for (Clause clause : move.offer().guard()) {
      if (clause.atoms().stream().noneMatch(a -> base[a.field()] < 0 && a.holds(sleeping[a.field()]))) {
        int condition = condition(number);
        for (Atom atom : clause.atoms()) {
          for (int v = 0; base[atom.field()] >= 0 && v < atom.table().size(); v++) {
            if (atom.holds(v)) {
              met.add(base[atom.field()] + v, condition);
            }
          }
        }
      }
    }
  }

  private int condition(int move) {
    if (conditions == conditionMove.length) {
      conditionMove = Arrays.copyOf(conditionMove, 2 * conditions);
    }
    conditionMove[conditions] = move;
    conditionsOf[move]++;
    return conditions++;
  }

  private void effects(int number, Moves.Move move) {
    for (Update update : move.offer().updates()) {
      int field = update.field();
      switch (update) {
        case Update.Set(_, int to) -> effect(number, -1, base[field] + to);
        case Update.Map(_, var table) -> {
          for (int v = 0; v < table.size(); v++) {
            if (isPossible(move, field, v) && table.at(v) >= 0) {
              effect(number, base[field] + v, base[field] + table.at(v));
            }
          }
        }
        case Update.Via(_, int source, var letters, var next) -> {
          for (int v = 0; v < letters.size(); v++) {
            if (isPossible(move, source, v) && letters.at(v) >= 0 && next.at(letters.at(v)) >= 0) {
              effect(number, base[source] < 0 ? -1 : base[source] + v, base[field] + next.at(letters.at(v)));
            }
          }
        }
        case Update.Clear _ -> { }
      }
    }
  }

  /// Reports whether a field may have a value when the step is taken, as far as the step speaks of this field
  /// alone.
  private static boolean isPossible(Moves.Move move, int field, int value) {
    return (move.lead() != field || move.value() == value) && move.offer().guard().stream()
        .filter(c -> c.atoms().stream().allMatch(a -> a.field() == field))
        .allMatch(c -> c.atoms().stream().anyMatch(a -> a.holds(value)));
  }

  private void effect(int move, int from, int to) {
    if (from == to) {
      return;
    }
    if (effectCount == effectMove.length) {
      effectMove = Arrays.copyOf(effectMove, 2 * effectCount);
      effectFrom = Arrays.copyOf(effectFrom, 2 * effectCount);
      effectTo = Arrays.copyOf(effectTo, 2 * effectCount);
    }
    effectMove[effectCount] = move;
    effectFrom[effectCount] = from;
    effectTo[effectCount] = to;
    effects.add(move, effectCount);
    if (from >= 0) {
      helped.add(from, effectCount);
    }
    effectCount++;
  }

  /// Returns the steps that do not leave the cluster.
  List<Moves.Move> inside() {
    return inside;
  }

  /// Returns the steps of a plan from `values` to `goal` that forgets nothing, in an order in which they
  /// could be tried; null if there is none.
  List<Moves.Move> plan(int[] values, Goal goal) {
    spread(values);
    var wanted = new ArrayList<Integer>();
    for (Map.Entry<Integer, BitSet> want : goal.wanted().entrySet()) {
      int field = want.getKey();
      if (base[field] < 0) {
        if (!want.getValue().get(values[field])) {
          return null;
        }
        continue;
      }
      int nearest = want.getValue().stream().map(v -> base[field] + v).boxed()
          .min(java.util.Comparator.comparingInt(f -> level[f])).orElse(-1);
      if (nearest < 0 || level[nearest] == NEVER) {
        return null;
      }
      wanted.add(nearest);
    }
    return extract(wanted);
  }

  /// Returns the amount of work done so far.
  long work() {
    return work;
  }

  private void spread(int[] values) {
    Arrays.fill(level, NEVER);
    Arrays.fill(supporter, -1);
    Arrays.fill(done, false);
    System.arraycopy(conditionsOf, 0, missing, 0, missing.length);
    metBy = metBy.length < conditions ? new int[conditions] : metBy;
    Arrays.fill(metBy, -1);
    queued = 0;
    for (int field = 0; field < base.length; field++) {
      if (base[field] >= 0) {
        reach(base[field] + values[field], 0, -1);
      }
    }
    for (int m = 0; m < missing.length; m++) {
      if (missing[m] == 0) {
        take(m, 0);
      }
    }
    for (int i = 0; i < queued; i++) {
      int fact = queue[i];
      int depth = level[fact];
      for (int link = helped.first(fact); link >= 0; link = helped.after(link)) {
        int effect = helped.at(link);
        if (done[effectMove[effect]]) {
          reach(effectTo[effect], depth + 1, effect);
        }
        work++;
      }
      for (int link = met.first(fact); link >= 0; link = met.after(link)) {
        int condition = met.at(link);
        work++;
        if (metBy[condition] < 0) {
          metBy[condition] = fact;
          if (--missing[conditionMove[condition]] == 0) {
            take(conditionMove[condition], depth);
          }
        }
      }
    }
    work += facts + missing.length;
  }

  private void take(int move, int depth) {
    done[move] = true;
    for (int link = effects.first(move); link >= 0; link = effects.after(link)) {
      int effect = effects.at(link);
      work++;
      if (effectFrom[effect] < 0 || level[effectFrom[effect]] <= depth) {
        reach(effectTo[effect], depth + 1, effect);
      }
    }
  }

  private void reach(int fact, int depth, int by) {
    if (level[fact] == NEVER) {
      level[fact] = depth;
      supporter[fact] = by;
      queue[queued++] = fact;
    }
  }

  private List<Moves.Move> extract(List<Integer> wanted) {
    var open = new ArrayDeque<>(wanted);
    var known = new BitSet();
    wanted.forEach(known::set);
    var needed = new BitSet();
    int[] when = new int[missing.length];
    while (!open.isEmpty()) {
      int fact = open.poll();
      if (supporter[fact] < 0) {
        continue;
      }
      int effect = supporter[fact];
      int move = effectMove[effect];
      when[move] = needed.get(move) ? Math.min(when[move], level[fact]) : level[fact];
      needed.set(move);
      want(effectFrom[effect], known, open);
    }
    // What the steps themselves need was noted when they became possible.
    return complete(needed, when, known);
  }

  private void want(int fact, BitSet known, ArrayDeque<Integer> open) {
    if (fact >= 0 && !known.get(fact)) {
      known.set(fact);
      open.add(fact);
    }
  }

  private List<Moves.Move> complete(BitSet needed, int[] when, BitSet known) {
    var conditions = conditionsByMove();
    var open = new ArrayDeque<Integer>();
    needed.stream().forEach(open::add);
    while (!open.isEmpty()) {
      int move = open.poll();
      for (int link = conditions.first(move); link >= 0; link = conditions.after(link)) {
        var facts = new ArrayDeque<Integer>();
        want(metBy[conditions.at(link)], known, facts);
        while (!facts.isEmpty()) {
          int fact = facts.poll();
          if (supporter[fact] >= 0) {
            int effect = supporter[fact];
            int by = effectMove[effect];
            when[by] = needed.get(by) ? Math.min(when[by], level[fact]) : level[fact];
            if (!needed.get(by)) {
              needed.set(by);
              open.add(by);
            }
            want(effectFrom[effect], known, facts);
          }
        }
      }
    }
    return IntStream.range(0, missing.length).filter(needed::get).boxed()
        .sorted(java.util.Comparator.comparingInt(m -> when[m])).map(inside::get).toList();
  }

  private Links byMove;

  private Links conditionsByMove() {
    if (byMove == null) {
      byMove = new Links(inside.size());
      for (int c = 0; c < conditions; c++) {
        byMove.add(conditionMove[c], c);
      }
    }
    return byMove;
  }
}
