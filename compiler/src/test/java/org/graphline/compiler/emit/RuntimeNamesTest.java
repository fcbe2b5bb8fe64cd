package org.graphline.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the list of names against the runtime, on which the compiler does not depend.
class RuntimeNamesTest {

  @Test
  void everyTypeIsThereAndPublic() throws ClassNotFoundException {
    for (ClassName name : RuntimeNames.TYPES) {
      Class<?> type = Class.forName(name.canonicalName());
      assertThat(Modifier.isPublic(type.getModifiers())).as(name.canonicalName()).isTrue();
    }
  }

  @Test
  void everyMethodIsThere() throws ClassNotFoundException {
    for (String name : RuntimeNames.METHODS) {
      int dot = name.indexOf('.');
      Class<?> type = Class.forName("org.graphline.runtime." + name.substring(0, dot));
      Stream<Method> methods = Stream.concat(Arrays.stream(type.getMethods()),
          Arrays.stream(type.getDeclaredMethods()));
      assertThat(methods.map(Method::getName)).as(name).contains(name.substring(dot + 1));
    }
  }
}
