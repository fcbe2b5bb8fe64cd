package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Check;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;
import org.graphline.model.term.Type;
import org.graphline.model.value.Value;

/// Finds the networks of checks over an open range.
final class Families {
  /// Where nothing is known of how the networks grow so many are looked at.
  private static final int SOME = 6;
  /// If more have to be looked at one by one than this, none is.
  private static final int MOST = 24;
  /// How far a desk looks: to its neighbors, and to those that are joined to these.
  private static final int SIGHT = 2;
  /// How many desks in a row are alike in the samples.
  private static final int RUN = 3;

  private final Program program;
  private final Elaborator elaborator;

  Families(Program program, Elaborator elaborator) {
    this.program = program;
    this.elaborator = elaborator;
  }

  Family of(Check check) {
    var diagnostics = new Diagnostics();
    int position = position(check, diagnostics);
    var values = elaborator.least(check, diagnostics);
    if (diagnostics.errors() > 0 || values.isEmpty() || !(values.get().get(position) instanceof Value.Int(int first))) {
      return new Family(check.arguments().get(position).parameter(), 0,
          List.of(new Elaboration(Optional.empty(), List.of(), diagnostics.sorted())), new Family.Growth.Ended());
    }
    return new Finding(check, position, values.get(), first).family();
  }

  /// Returns which argument is open; reports what else cannot be.
  private static int position(Check check, Diagnostics diagnostics) {
    int position = -1;
    for (int i = 0; i < check.arguments().size(); i++) {
      var argument = check.arguments().get(i);
      if (argument.open() && position < 0) {
        position = i;
      } else if (argument.open() || argument.last().isPresent()) {
        diagnostics.add(DiagnosticId.OPEN_RANGE, "beside an open range there is another range", argument.span(),
            "write a check for each value");
      }
    }
    switch (check) {
      case Check.Scenario scenario -> refuse("a scenario", scenario.span(), diagnostics);
      case Check.Claims claims -> claims.claims().stream().filter(c -> c.negated() || !isForAllSizes(c.property()))
          .forEach(c -> refuse("`" + (c.negated() ? "not " : "") + c.text() + "`", c.span(), diagnostics));
    }
    return position;
  }

  private static void refuse(String what, Span span, Diagnostics diagnostics) {
    diagnostics.add(DiagnosticId.OPEN_RANGE, what + " needs a network; there is no proof of it for all sizes", span,
        "give the range an end, as in `n in 2..8`");
  }

  private static boolean isForAllSizes(Check.Property property) {
    return switch (property) {
      case Check.Property.DeadlockFree _, Check.Property.ErrorFree _ -> true;
      case Check.Property.LivelockFree _, Check.Property.Terminates _, Check.Property.ShutsDown _,
          Check.Property.Always _, Check.Property.Never _, Check.Property.LeadsTo _, Check.Property.Refines _,
          Check.Property.Deterministic _ -> false;
    };
  }

  private final class Finding {
    private final Check check;
    private final int position;
    private final List<Value> values;
    private final int first;
    private final Graph graph;

    Finding(Check check, int position, List<Value> values, int first) {
      this.check = check;
      this.position = position;
      this.values = values;
      this.first = first;
      this.graph = program.graph(check.graph()).orElseThrow();
    }

    Family family() {
      var constants = elaborator.constants(check, graph, values, position);
      long last = constants.map(this::last).orElse((long) first);
      try {
        var bounds = Uniformity.of(graph, graph.parameters().get(position).variable(), constants.orElseThrow());
        long low = (long) bounds.low() + SIGHT;
        long high = (long) bounds.high() - SIGHT;
        long from = Math.max(Math.max(first, bounds.size()), low - high);
        long size = Math.max(from, low - high + RUN - 1);
        if (last <= size && last - first < MOST) {
          return of(small(first, last), new Family.Growth.Ended());
        }
        if (from - first > MOST) {
          return irregular("not before " + name() + " = " + from + " all desks but those at the ends are alike",
              graph.span(), last);
        }
        return of(small(first, from - 1), new Family.Growth.Uniform((int) from, (int) low, (int) high,
            List.of(at(size), at(size + 1)), (int) size));
      } catch (AffineEvaluator.Irregular irregular) {
        return irregular(irregular.getMessage(), irregular.place(), last);
      }
    }

    private String name() {
      return check.arguments().get(position).parameter();
    }

    private Family irregular(String why, Span place, long last) {
      if (last - first < SOME) {
        return of(small(first, last), new Family.Growth.Ended());
      }
      return of(small(first, first + SOME - 1L), new Family.Growth.Irregular(why, place));
    }

    private Family of(List<Elaboration> small, Family.Growth growth) {
      return new Family(name(), first, small, growth);
    }

    private List<Elaboration> small(long from, long to) {
      var all = new ArrayList<Elaboration>();
      for (long size = from; size <= to; size++) {
        all.add(at(size));
      }
      return all;
    }

    private Elaboration at(long size) {
      var changed = new ArrayList<>(values);
      changed.set(position, new Value.Int((int) size));
      return elaborator.with(check, changed);
    }

    /// The largest value that the parameter can have.
    private long last(Constants constants) {
      return graph.parameters().get(position).variable().type() instanceof Type.Range(_, var high)
          ? constants.integer(high) : first;
    }
  }
}
