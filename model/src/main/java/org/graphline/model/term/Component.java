package org.graphline.model.term;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;
import org.graphline.model.value.QualifiedName;

/// A component as declared: one job description, shared by all who do the job.
///
/// @param typeParameters the type parameters' names
/// @param state          its `var`s, initialized in order before the behavior starts
/// @param behavior       `run`, or the contract of a native component
public record Component(QualifiedName name, Origin origin, List<String> typeParameters,
    List<Parameter> parameters, List<Port> ports, List<StateVariable> state, Statement.Block behavior,
    Optional<String> doc, Span span) {
  public Component {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    ports = List.copyOf(ports);
    state = List.copyOf(state);
  }

  /// Who does the work.
  public enum Origin {
    /// The behavior is the program.
    WRITTEN,
    /// Java does the work; the behavior is its contract.
    NATIVE,
    /// Java does the work, and nothing is promised: the behavior is chaos.
    NATIVE_WITHOUT_CONTRACT,
    /// The language provides it; see [Prelude].
    BUILT_IN
  }

  /// A parameter and its default.
  public record Parameter(Variable variable, Optional<Expression> byDefault) {}

  /// A `var` of the component and its first value.
  public record StateVariable(Variable variable, Expression initial) {}
}
