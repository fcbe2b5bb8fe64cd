package org.graphline.testing.schedule;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graphline.model.value.Value;
import org.graphline.runtime.BoundedList;
import org.graphline.runtime.Signal;

/// The model's values as Java objects, and the other way round as far as the model looks into them.
public final class Letters {
  private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();

  /// Says how to make an object of a class that the language cannot look into.
  public <T> void made(Class<T> type, Supplier<? extends T> maker) {
    makers.put(type, maker);
  }

  /// Returns these rules in an object of their own.
  public Letters copy() {
    var copy = new Letters();
    copy.makers.putAll(makers);
    return copy;
  }

  /// Returns `value` as an object of `type`.
  public Object toJava(Value value, Type type) {
    return switch (value) {
      case Value.Bool(boolean truth) -> truth;
      case Value.Int(int number) -> number;
      case Value.Signal _ -> Signal.SIGNAL;
      case Value.Constant(var enumeration, int ordinal) ->
          constant(classOf(type), enumeration.constants().get(ordinal));
      case Value.Structure(_, var fields) -> structure(classOf(type), fields);
      case Value.Sequence(var elements) -> sequence(elements, type);
      case Value.Token _ -> opaque(classOf(type));
    };
  }

  private static Class<?> classOf(Type type) {
    return switch (type) {
      case Class<?> itself -> itself;
      case ParameterizedType generic -> (Class<?>) generic.getRawType();
      default -> Object.class;
    };
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>) c).name().equals(name)).findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no constant " + name));
  }

  private Object structure(Class<?> type, List<Value> fields) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      arguments[i] = toJava(fields.get(i), components[i].getGenericType());
    }
    try {
      return opened(type.getDeclaredConstructor(types)).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot make a " + type.getSimpleName(), e);
    }
  }

  private Object sequence(List<Value> elements, Type type) {
    Type element = type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
    var list = new BoundedList<Object>(Math.max(1, elements.size()));
    elements.forEach(each -> list.add(toJava(each, element)));
    return list;
  }

  /// Returns some object of `type`: as somebody said, or by the constructor with fewest parameters.
  public Object opaque(Class<?> type) {
    Supplier<?> maker = makers.get(type);
    if (maker != null) {
      return maker.get();
    } else if (type == String.class || type == Object.class) {
      return "letter";
    } else if (type == Duration.class) {
      return Duration.ofMillis(1);
    } else if (type == Boolean.class || type == boolean.class) {
      return false;
    } else if (type == Integer.class || type == int.class) {
      return 0;
    }
    Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
        .min(Comparator.comparingInt(Constructor::getParameterCount))
        .orElseThrow(() -> new IllegalStateException("say how to make a " + type.getName() + ": letters(…)"));
    try {
      Object[] arguments = Arrays.stream(constructor.getParameterTypes()).map(this::opaque).toArray();
      return opened(constructor).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("say how to make a " + type.getName() + ": letters(…)", e);
    }
  }

  private static Constructor<?> opened(Constructor<?> constructor) {
    constructor.setAccessible(true);
    return constructor;
  }

  /// Reports whether Java's value is the model's, as far as the model knows.
  static boolean same(Value value, Object java) {
    return switch (value) {
      case Value.Bool(boolean truth) -> java.equals(truth);
      case Value.Int(int number) -> java.equals(number);
      case Value.Constant(var type, int ordinal) -> java.toString().equals(type.constants().get(ordinal));
      case Value.Structure(_, var fields) -> haveSameFields(fields, java);
      case Value.Sequence(var elements) -> java instanceof BoundedList<?> list && haveSameElements(elements, list);
      case Value.Signal _, Value.Token _ -> true;
    };
  }

  private static boolean haveSameElements(List<Value> elements, BoundedList<?> list) {
    if (elements.size() != list.size()) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      if (!same(elements.get(i), list.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean haveSameFields(List<Value> fields, Object java) {
    RecordComponent[] components = java.getClass().getRecordComponents();
    try {
      for (int i = 0; i < components.length; i++) {
        components[i].getAccessor().setAccessible(true);
        if (!same(fields.get(i), components[i].getAccessor().invoke(java))) {
          return false;
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a record's accessor failed", e);
    }
    return true;
  }
}
