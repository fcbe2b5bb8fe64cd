package org.graphline.checker.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.graphline.checker.engine.Judgement.Closure;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Reason;
import org.graphline.model.property.Property;

/// Judges properties on what was explored.
public final class Verdicts {
  private Verdicts() {}

  /// Returns what was found out about a property.
  static Judgement of(Property property, Explored explored) {
    Ledger ledger = explored.ledger();
    Optional<Judgement> open = ledger.stopped().map(Judgement.Open::new);
    OptionalInt violation = ledger.monitor().violation(property);
    if (violation.isPresent()) {
      return new Judgement.Fails(atState(property, violation.getAsInt(), explored));
    }
    boolean runs = !SafetyMonitor.isSafety(property)
        && ledger.stopped().map(reason -> reason instanceof Reason.StateLimit).orElse(true);
    if (runs) {
      try {
        Optional<Evidence> evidence =
            new RunJudge(explored, ledger.patience(name(property))).refute(property);
        // A story that was not found in a part may be in the rest.
        boolean needsAll = property instanceof Property.Can && open.isPresent();
        if (evidence.isPresent() && !needsAll) {
          return new Judgement.Fails(evidence.get());
        }
        if (evidence.isEmpty() && property instanceof Property.Can) {
          return new Judgement.Holds();
        }
      } catch (GaveUp limit) {
        return new Judgement.Open(limit.reason());
      } catch (MemoryBudget.Exhausted _) {
        return new Judgement.Open(new Reason.MemoryLimit(ledger.budget().limit(), List.of()));
      }
    }
    return open.orElseGet(Judgement.Holds::new);
  }

  private static Evidence atState(Property property, int state, Explored explored) {
    Finding finding = finding(property);
    List<Integer> group = finding == Finding.DEADLOCK ? explored.ledger().monitor().group() : List.of();
    return new Evidence(finding, explored.stepsTo(state), List.of(), group, Closure.NO_LOOP);
  }

  /// Returns what a property is called while it is being judged.
  public static String name(Property property) {
    return switch (property) {
      case Property.DeadlockFree _ -> "deadlock free";
      case Property.ErrorFree _ -> "error free";
      case Property.LivelockFree _ -> "livelock free";
      case Property.Terminates _ -> "terminates";
      case Property.ShutsDown _ -> "shuts down";
      case Property.Always _ -> "always";
      case Property.Never _ -> "never";
      case Property.LeadsTo(var cause, var effect) -> cause.text() + " leads to " + effect.text();
      case Property.Can _ -> "can";
      case Property.Cannot _ -> "cannot";
      case Property.Refines(_, var name, _) -> "refines " + name;
      case Property.Deterministic _ -> "deterministic";
    };
  }

  /// Returns what a state that violates a property shows.
  public static Finding finding(Property property) {
    return switch (property) {
      case Property.DeadlockFree _ -> Finding.DEADLOCK;
      case Property.ErrorFree _ -> Finding.ERROR;
      case Property.Always _, Property.Never _ -> Finding.CONDITION;
      case Property.Terminates _ -> Finding.TERMINATION;
      case Property.ShutsDown _ -> Finding.SHUTDOWN;
      case Property.LivelockFree _, Property.LeadsTo _, Property.Can _, Property.Cannot _, Property.Refines _,
          Property.Deterministic _ ->
          throw new AssertionError("not decided by a state: " + property);
    };
  }
}
