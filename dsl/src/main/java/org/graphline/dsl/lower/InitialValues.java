package org.graphline.dsl.lower;

import java.util.Optional;

import org.graphline.dsl.type.Types;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;

/// What a variable starts with if nothing is said: `false`, the lowest number, the first constant, the empty
/// list.
final class InitialValues {

  private InitialValues() {}

  /// Returns the first value, unless only Java could make one.
  static Optional<Expression> of(Type type, Span span) {
    return switch (type) {
      case Type.Bool _ -> Optional.of(new Expression.BoolLiteral(false, type, span));
      case Type.Range(var low, _) -> Optional.of(low instanceof Expression.IntLiteral(int value, _, _)
          ? Types.literal(value, span) : low);
      case Type.Enumeration enumeration -> Optional.of(new Expression.EnumLiteral(enumeration, 0, span));
      case Type.Sequence sequence -> Optional.of(new Expression.EmptyList(sequence, span));
      case Type.Structure structure -> {
        var fields = structure.fields().stream().map(field -> of(field.type(), span)).toList();
        yield fields.stream().allMatch(Optional::isPresent)
            ? Optional.of(new Expression.RecordLiteral(structure, fields.stream().map(Optional::get).toList(),
            span))
            : Optional.empty();
      }
      case Type.Signal _, Type.Text _, Type.Time _, Type.Opaque _ -> Optional.empty();
      case Type.Parameter _ -> Types.isUnknown(type) ? Optional.of(Types.unknown(span)) : Optional.empty();
    };
  }
}
