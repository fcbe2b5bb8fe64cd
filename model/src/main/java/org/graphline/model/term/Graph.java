package org.graphline.model.term;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;
import org.graphline.model.value.QualifiedName;

/// A graph as declared: desks and the lines between them, still over its parameters.
public record Graph(QualifiedName name, List<String> typeParameters, List<Component.Parameter> parameters,
    List<Port> ports, List<Item> items, Optional<String> doc, Span span) {
  public Graph {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    ports = List.copyOf(ports);
    items = List.copyOf(items);
  }

  /// One item of a graph's body.
  public sealed interface Item {

    /// Returns where the item stands.
    Span span();
  }

  /// `name[index] = What(…)`; desks written inline in a chain have become items with a name (rule R26).
  ///
  /// @param inline whether the desk was written inside a wire
  public record Desk(String name, Optional<Expression> index, Construct construct, boolean inline,
      Optional<String> doc, Span span) implements Item {}

  /// One arrow; a chain has become one wire an arrow. A reference without a port has had it filled in (R28).
  public record Wire(List<Reference> from, Policy policy, List<Reference> to, Span span) implements Item {
    public Wire {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /// `barrier name: (…)`.
  public record BarrierLine(String name, List<Reference> members, Span span) implements Item {
    public BarrierLine {
      members = List.copyOf(members);
    }
  }

  /// `for i in low..high { … }`.
  public record Replicated(Variable index, Expression low, Expression high, List<Item> items, Span span)
      implements Item {
    public Replicated {
      items = List.copyOf(items);
    }
  }

  /// What a desk is staffed with: a component or a graph with arguments for its parameters, in their order and
  /// defaults filled in (expressions over the enclosing graph's parameters and indices).
  public record Construct(QualifiedName target, List<Type> typeArguments, List<Expression> arguments, Span span) {
    public Construct {
      typeArguments = List.copyOf(typeArguments);
      arguments = List.copyOf(arguments);
    }
  }

  /// What the bracket of an arrow says.
  ///
  /// @param capacity how many letters the line holds; empty is hand to hand
  public record Policy(Sharing sharing, Overflow overflow, Optional<Expression> capacity, Span span) {}

  /// How one writer meets several readers.
  public enum Sharing {
    /// Not said: one reader only.
    NONE,
    /// One of them takes each letter.
    ANY,
    /// Each gets a copy.
    ALL
  }

  /// What happens when a line is full.
  public enum Overflow {
    /// The sender waits.
    WAIT,
    /// The oldest letter is replaced.
    OVERWRITE,
    /// The newest letter is lost.
    DROP
  }
}
