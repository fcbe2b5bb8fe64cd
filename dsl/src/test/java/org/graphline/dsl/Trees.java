package org.graphline.dsl;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.graphline.dsl.ast.Comment;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// Trees without their places.
public final class Trees {

  private Trees() {}

  /// Returns everything `tree` says except where: two files that mean the same have the same shape.
  public static String shape(SyntaxTree tree) {
    return shape((Object) tree);
  }

  private static String shape(Object node) {
    return switch (node) {
      case Span _, SourceFile _, Comment _ -> "";
      case Optional<?> optional -> optional.map(Trees::shape).orElse("-");
      case List<?> list -> list.stream().map(Trees::shape).collect(joining(" ", "[", "]"));
      case Record item ->
          Arrays.stream(item.getClass().getRecordComponents())
              .map(component -> shape(value(item, component)))
              .collect(joining(" ", item.getClass().getSimpleName() + "(", ")"));
      default -> node.toString();
    };
  }

  private static Object value(Record item, RecordComponent component) {
    try {
      return component.getAccessor().invoke(item);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError(e);
    }
  }
}
