package org.graphline.testing.subject;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.graphline.model.network.Network;
import org.graphline.runtime.Options;
import org.graphline.testing.schedule.Subject;

/// A graph whose Java was compiled here: its builder is told the arguments, and externs answer what the model can
/// answer.
public final class CompiledGraph implements Subject {
  private final Network model;
  private final Class<?> graph;
  private final Map<String, Object> given;

  private CompiledGraph(Network model, Class<?> graph, Map<String, Object> given) {
    this.model = model;
    this.graph = graph;
    this.given = Map.copyOf(given);
  }

  /// Compiles and returns the graph.
  ///
  /// @param sources Java by path, the generated one among it
  /// @param given   what the builder's methods are called with, by their name; what is not here is made up
  /// @throws AssertionError with javac's words if it does not compile
  public static CompiledGraph compile(Network model, Map<String, String> sources, Map<String, Object> given) {
    try {
      Class<?> graph = JavaInMemory.compile(sources).loadClass(model.graph().toString());
      return new CompiledGraph(model, graph, given);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no class for " + model.graph(), e);
    }
  }

  @Override
  public Network model() {
    return model;
  }

  @Override
  public Running start(Options options, Answers java) {
    try {
      Object builder = graph.getMethod("builder").invoke(null);
      for (Method method : builder.getClass().getMethods()) {
        boolean setter = !Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 1
            && method.getReturnType() == builder.getClass();
        if (setter) {
          Object value = method.getParameterTypes()[0] == Options.class ? options : value(method, java);
          if (value != null) {
            method.invoke(builder, value);
          }
        }
      }
      return Exposed.of(builder.getClass().getMethod("start").invoke(builder));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(model.display() + " does not start: " + e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("generated graphs have builders", e);
    }
  }

  private Object value(Method setter, Answers java) {
    String name = setter.getName();
    Class<?> type = setter.getParameterTypes()[0];
    Type generic = setter.getGenericParameterTypes()[0];
    if (given.containsKey(name)) {
      return given.get(name);
    } else if (type == Function.class) {
      return answering(java, name, generic);
    } else if (type == IntFunction.class) {
      Type one = ((ParameterizedType) generic).getActualTypeArguments()[0];
      return (IntFunction<Object>) i -> answering(java, name + "[" + i + "]", one);
    } else if (type.isInterface() && type.getPackage() != Function.class.getPackage()) {
      return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
          answer(java, method, proxy, arguments));
    }
    return model.arguments().stream().map(a -> a.split(" = ", 2)).filter(a -> a[0].equals(name))
        .map(a -> parsed(a[1], type)).findFirst().orElse(null);
  }

  private static Function<Object, Object> answering(Answers java, String port, Type function) {
    Type reply = ((ParameterizedType) function).getActualTypeArguments()[1];
    return _ -> java.reply(port, reply);
  }

  private static Object answer(Answers java, Method method, Object proxy, Object[] arguments) {
    return switch (method.getName()) {
      case "toString" -> method.getDeclaringClass().getSimpleName();
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      default -> method.getReturnType() == void.class ? null : java.result(method.getGenericReturnType());
    };
  }

  private static Object parsed(String text, Class<?> type) {
    if (type == int.class) {
      return Integer.parseInt(text);
    } else if (type == boolean.class) {
      return Boolean.parseBoolean(text);
    }
    String constant = text.substring(text.lastIndexOf('.') + 1);
    return Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>) c).name().equals(constant)).findFirst()
        .orElseThrow(() -> new AssertionError("no constant " + text));
  }
}
