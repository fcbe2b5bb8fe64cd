package org.graphline.testing.subject;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Network;
import org.graphline.runtime.Port;
import org.graphline.testing.schedule.Subject;

/// A generated graph at work, and what it exposes, found by the names of its methods.
record Exposed(Object graph, Network network) implements Subject.Running {
  static Exposed of(Object graph) {
    return new Exposed(graph, (Network) call(graph, "network"));
  }

  @Override
  public Port port(String name) {
    int bracket = name.indexOf('[');
    return (Port) (bracket < 0 ? call(graph, name)
        : call(graph, name.substring(0, bracket), Integer.parseInt(name.substring(bracket + 1, name.length() - 1))));
  }

  @Override
  public Type letters(String name) {
    int bracket = name.indexOf('[');
    Class<?>[] parameters = bracket < 0 ? new Class<?>[0] : new Class<?>[] {int.class};
    try {
      Method method = graph.getClass().getMethod(bracket < 0 ? name : name.substring(0, bracket), parameters);
      return first(method.getGenericReturnType());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(graph.getClass().getSimpleName() + " exposes no " + name, e);
    }
  }

  private static Object call(Object graph, String name, Object... index) {
    try {
      Method method = graph.getClass().getMethod(name,
          index.length == 0 ? new Class<?>[0] : new Class<?>[] {int.class});
      method.setAccessible(true);
      return method.invoke(graph, index);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(graph.getClass().getSimpleName() + " has no " + name
          + " as generated graphs have", e);
    }
  }

  /// Returns the first type argument, of a row too.
  static Type first(Type type) {
    return switch (type) {
      case ParameterizedType generic -> generic.getActualTypeArguments()[0];
      case GenericArrayType row -> first(row.getGenericComponentType());
      default -> Object.class;
    };
  }

  /// Returns the declared type of the field of `desk` that holds `port`, alone or in a row.
  static Optional<Type> declared(Desk desk, Port port) {
    for (Class<?> type = desk.getClass(); type != Desk.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (holds(field, desk, port)) {
          return Optional.of(field.getGenericType());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Field field, Desk desk, Port port) {
    try {
      field.setAccessible(true);
      Object value = field.get(desk);
      if (value == null || !value.getClass().isArray() || value.getClass().getComponentType().isPrimitive()) {
        return value == port;
      }
      for (int i = 0; i < Array.getLength(value); i++) {
        if (Array.get(value, i) == port) {
          return true;
        }
      }
      return false;
    } catch (IllegalAccessException e) {
      throw new AssertionError("it was just made accessible", e);
    }
  }
}
