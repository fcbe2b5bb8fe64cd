package org.graphline.checker.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.graphline.checker.space.StateSpace;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;

/// Watches for states that by themselves show that a property does not hold. Properties of runs are watched
/// for states where a run ends badly.
public final class SafetyMonitor {
  private final StateSpace space;
  private final Set<Property> open;
  private final boolean marksStuck;
  private final Map<Property, Integer> violations = new HashMap<>();
  private List<Integer> group = List.of();

  SafetyMonitor(StateSpace space, List<Property> properties) {
    this.space = space;
    this.open = new LinkedHashSet<>(properties);
    this.marksStuck = properties.stream().anyMatch(SafetyMonitor::asksWhoIsStuck);
  }

  /// Reports whether single states decide the property.
  public static boolean isSafety(Property property) {
    return switch (property) {
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Always _, Property.Never _ -> true;
      case Property.LivelockFree _, Property.Terminates _, Property.ShutsDown _, Property.LeadsTo _,
          Property.Can _,
          Property.Cannot _ -> false;
      case Property.Refines _, Property.Deterministic _ -> throw compared(property);
    };
  }

  /// Reports whether the property of runs asks of single states whether somebody is stuck there.
  static boolean asksWhoIsStuck(Property property) {
    return property instanceof Property.Cannot(_, Property.Cannot.Next next) && next == Property.Cannot.Next.DEADLOCK;
  }

  /// Looks at a state that is being explored; the first to violate a property is remembered.
  ///
  /// @return what else is true of it, as [Ledger] has it
  int visit(int id, State state, List<Step> steps, int flags) {
    open.removeIf(property -> {
      boolean violated = violates(property, state, steps, flags);
      if (violated) {
        violations.put(property, id);
      }
      return violated;
    });
    return marksStuck && (flags & (Ledger.FAULTY | Ledger.OVER)) == 0
        && !StuckGroups.find(space, state, steps).isEmpty() ? Ledger.STUCK : 0;
  }

  /// Returns who is stuck at the end of a run.
  List<Integer> stuckAfter(List<Step> run) {
    State end = run.isEmpty() ? space.initial() : run.getLast().target();
    return StuckGroups.find(space, end, space.steps(end));
  }

  /// Reports whether there is nothing left to look for.
  boolean isDone() {
    return open.isEmpty();
  }

  /// Returns the first state that violates `property`.
  OptionalInt violation(Property property) {
    Integer id = violations.get(property);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /// Returns who is stuck in the state that violates `deadlock free`.
  List<Integer> group() {
    return group;
  }

  private boolean violates(Property property, State state, List<Step> steps, int flags) {
    boolean faulty = (flags & Ledger.FAULTY) != 0;
    if (faulty) {
      return property instanceof Property.ErrorFree;
    }
    boolean badEnd = (flags & (Ledger.END | Ledger.OVER)) == Ledger.END;
    return switch (property) {
      case Property.ErrorFree _ -> false;
      case Property.DeadlockFree _ -> {
        if ((flags & Ledger.OVER) == 0) {
          group = StuckGroups.find(space, state, steps);
        }
        yield !group.isEmpty();
      }
      case Property.Always(var conditions) -> !conditions.stream().allMatch(c -> space.holds(c, state));
      case Property.Never(var conditions) -> conditions.stream().anyMatch(c -> space.holds(c, state));
      case Property.Terminates _ -> badEnd;
      case Property.ShutsDown _ -> badEnd && (flags & Ledger.CLOSED) != 0;
      case Property.LivelockFree _, Property.LeadsTo _, Property.Can _, Property.Cannot _ -> false;
      case Property.Refines _, Property.Deterministic _ -> throw compared(property);
    };
  }

  private static AssertionError compared(Property property) {
    return new AssertionError("decided by comparing, not by exploring: " + property);
  }
}
