package org.graphline.model.term;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;
import org.graphline.model.value.QualifiedName;

/// Functions that Java provides, generated as one interface.
public record Extern(QualifiedName name, List<Function> functions, Optional<String> doc, Span span) {
  public Extern {
    functions = List.copyOf(functions);
  }

  /// One function of an [Extern].
  ///
  /// @param result       the result's type, [Type.Signal] with `returnsNothing` when there is none
  /// @param fair         whether the checker may assume that each answer keeps happening
  /// @param throwing     whether it may fail, which ends the calling component as failed
  public record Function(String name, List<Parameter> parameters, Type result, boolean returnsNothing,
      boolean fair, boolean throwing, Optional<String> doc, Span span) {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /// One parameter of a [Function].
  public record Parameter(String name, Type type) {}
}
