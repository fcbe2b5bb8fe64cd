package org.graphline.model.term;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;
import org.graphline.model.value.QualifiedName;

/// A check or scenario as declared.
public sealed interface Check {

  /// Returns the graph that is checked.
  QualifiedName graph();

  /// Returns where the check stands.
  Span span();

  /// `check G<T>(args) with T = {…} { … }`.
  ///
  /// @param arguments one for each parameter of the graph, defaults filled in
  record Claims(QualifiedName graph, List<Type> typeArguments, List<Argument> arguments, List<Coloring> colorings,
      List<Claim> claims, Span span) implements Check {
    public Claims {
      typeArguments = List.copyOf(typeArguments);
      arguments = List.copyOf(arguments);
      colorings = List.copyOf(colorings);
      claims = List.copyOf(claims);
    }
  }

  /// `scenario "title" for G(args) { … }`.
  record Scenario(String title, QualifiedName graph, List<Type> typeArguments, List<Argument> arguments,
      List<Line> lines, Span span) implements Check {
    public Scenario {
      typeArguments = List.copyOf(typeArguments);
      arguments = List.copyOf(arguments);
      lines = List.copyOf(lines);
    }
  }

  /// An argument: one value, or each of a range in turn when `last` is present.
  ///
  /// @param open whether each value from `first` on is meant, without end; then there is no `last`
  record Argument(String parameter, Expression first, Optional<Expression> last, boolean open, Span span) {

    /// One value, or a range with an end.
    public Argument(String parameter, Expression first, Optional<Expression> last, Span span) {
      this(parameter, first, last, false, span);
    }
  }

  /// Returns the arguments, one for each parameter of the graph.
  List<Argument> arguments();

  /// `T = {red, blue}`.
  record Coloring(Type.Opaque type, List<String> colors, Span span) {
    public Coloring {
      colors = List.copyOf(colors);
    }
  }

  /// One line of a `check`: what is claimed, or that it does not hold.
  record Claim(boolean negated, Property property, String text, Span span) {}

  /// One line of a `scenario`.
  record Line(Kind kind, List<Event> events, Span span) {
    public Line {
      events = List.copyOf(events);
    }

    /// What is said of the events.
    public enum Kind {
      /// `can a, b`
      CAN("can"),
      /// `cannot a, b`
      CANNOT("cannot"),
      /// `cannot deadlock after a, b`
      CANNOT_DEADLOCK_AFTER("cannot deadlock after");

      private final String words;

      Kind(String words) {
        this.words = words;
      }

      /// Returns it as it is written.
      public String words() {
        return words;
      }
    }
  }

  /// An event by the end it happens at, and perhaps its value.
  record Event(Reference reference, Optional<Expression> value, Span span) {}

  /// What can be claimed.
  sealed interface Property {

    /// `deadlock free`.
    record DeadlockFree() implements Property {}

    /// `error free` (rule R1).
    record ErrorFree() implements Property {}

    /// `livelock free progress on …`; no reference means the default progress.
    record LivelockFree(List<Reference> progress) implements Property {
      public LivelockFree {
        progress = List.copyOf(progress);
      }
    }

    /// `terminates`.
    record Terminates() implements Property {}

    /// `shuts down`.
    record ShutsDown() implements Property {}

    /// `always e`.
    record Always(Expression condition) implements Property {}

    /// `never e`.
    record Never(Expression condition) implements Property {}

    /// `a leads to b`.
    record LeadsTo(Reference cause, Reference effect) implements Property {}

    /// `refines S(…)`, `refines traces S(…)` or `refines divergences S(…)`.
    record Refines(Comparison comparison, Graph.Construct specification) implements Property {}

    /// `deterministic`.
    record Deterministic() implements Property {}
  }
}
