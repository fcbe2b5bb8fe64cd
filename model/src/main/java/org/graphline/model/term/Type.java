package org.graphline.model.term;

import java.util.List;
import org.graphline.model.value.QualifiedName;

/// A type as written in a component or graph: its bounds may still depend on parameters.
public sealed interface Type {

  /// `bool`.
  record Bool() implements Type {}

  /// `low..high`, constant expressions over parameters.
  record Range(Expression low, Expression high) implements Type {}

  /// A declared enumeration.
  record Enumeration(QualifiedName name, List<String> constants) implements Type {
    public Enumeration {
      constants = List.copyOf(constants);
    }
  }

  /// A declared record.
  record Structure(QualifiedName name, List<Field> fields) implements Type {
    public Structure {
      fields = List.copyOf(fields);
    }
  }

  /// One field of a [Structure].
  record Field(String name, Type type) {}

  /// `list<element, capacity>`.
  record Sequence(Type element, Expression capacity) implements Type {}

  /// `signal`.
  record Signal() implements Type {}

  /// `text`.
  record Text() implements Type {}

  /// `time`.
  record Time() implements Type {}

  /// A type that Java defines: `type name = java "javaClass"`.
  record Opaque(QualifiedName name, String javaClass) implements Type {}

  /// A type parameter of the enclosing declaration; opaque inside it.
  ///
  /// @param index its position among the declaration's type parameters
  record Parameter(String name, int index) implements Type {}
}
