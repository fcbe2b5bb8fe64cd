package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphline.checker.space.Automata;
import org.graphline.checker.verdict.Assumption;
import org.graphline.model.automaton.Node;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Network;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.term.Comparison;
import org.graphline.model.term.Component;
import org.graphline.model.value.DataType;

/// What verdicts on a network take for granted (language reference, assumptions A1 to A7).
public final class Assumptions {
  private final List<Assumption> always = new ArrayList<>();

  public Assumptions(Semantics semantics, Timers timers) {
    Network network = semantics.network();
    Set<Component> components = network.instances().stream().map(Instance::behavior).distinct()
        .map(Behavior::component).collect(Collectors.toSet());
    add(components.stream().anyMatch(ExternCalls::occurIn), "A1", "externs return and do not communicate");
    add(components.stream().anyMatch(Assumptions::isNative), "A2", "native components keep their contracts");
    add(network.lines().stream().anyMatch(l -> isOpaque(l.type())), "A3",
        "opaque values sent are not shared mutably");
    add(true, "A4", "every runnable thread runs and `select` is fair");
    add(hasTimer(semantics), "A5", "timers fire");
    add(network.lines().stream().flatMap(l -> l.exposure().stream()).anyMatch(e -> !e.isInput())
        || network.connections().stream().flatMap(c -> c.exposure().stream()).anyMatch(Assumptions::answers),
        "A6", "the environment takes outputs and answers calls");
    add(true, "A7", "lines behave as specified");
    add(timers == Timers.PATIENT && hasTimer(semantics), "T", "nobody is slow");
  }

  /// Returns what a verdict on `property` takes for granted.
  public List<Assumption> of(Property property) {
    boolean fairness = switch (property) {
      case Property.LivelockFree _, Property.Terminates _, Property.ShutsDown _, Property.LeadsTo _,
          Property.Deterministic _ -> true;
      case Property.Refines(var comparison, _, _) -> comparison == Comparison.DIVERGENCES;
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Always _, Property.Never _, Property.Can _,
          Property.Cannot _ -> false;
    };
    var all = new ArrayList<>(always);
    if (fairness) {
      all.add(new Assumption("F", "a step that is possible again and again is taken"));
    }
    return List.copyOf(all);
  }

  private void add(boolean relevant, String code, String text) {
    if (relevant) {
      always.add(new Assumption(code, text));
    }
  }

  private static boolean isNative(Component component) {
    return switch (component.origin()) {
      case NATIVE, NATIVE_WITHOUT_CONTRACT -> true;
      case WRITTEN, BUILT_IN -> false;
    };
  }

  private static boolean answers(Exposure exposure) {
    return !exposure.isInput();
  }

  private static boolean isOpaque(DataType type) {
    return switch (type) {
      case DataType.Opaque _ -> true;
      case DataType.Structure(_, var fields) -> fields.stream().anyMatch(f -> isOpaque(f.type()));
      case DataType.Sequence(var element, _) -> isOpaque(element);
      case DataType.Bool _, DataType.Range _, DataType.Enumeration _, DataType.Signal _, DataType.Text _,
          DataType.Time _ -> false;
    };
  }

  private static boolean hasTimer(Semantics semantics) {
    return Automata.of(semantics).stream()
        .anyMatch(a -> a.nodes().stream().anyMatch(n -> n instanceof Node.Wait
        || n instanceof Node.Select select
            && select.cases().stream().anyMatch(c -> c.choice() instanceof Node.Choice.After)));
  }
}
