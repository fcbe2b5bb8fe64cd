package org.graphline.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads what `type X = java "…"` names: a class, with type arguments or as an array where wanted. In a
/// dotted name, parts up to the first that starts with an upper-case letter are the package.
final class JavaTypeText {
  private static final Map<String, TypeName> PRIMITIVES = Map.of("boolean", TypeName.BOOLEAN, "byte",
      TypeName.BYTE,
      "short", TypeName.SHORT, "int", TypeName.INT, "long", TypeName.LONG, "char", TypeName.CHAR, "float",
      TypeName.FLOAT, "double", TypeName.DOUBLE);

  private final String text;
  private int at;

  private JavaTypeText(String text) {
    this.text = text.replace(" ", "");
  }

  /// Returns the Java type written in `text`.
  static TypeName parse(String text) {
    return new JavaTypeText(text).type();
  }

  private TypeName type() {
    int start = at;
    while (at < text.length() && "<>,[".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    TypeName result = named(text.substring(start, at));
    if (peek('<') && result instanceof ClassName raw) {
      result = ParameterizedTypeName.get(raw, arguments().toArray(TypeName[]::new));
    }
    while (peek('[')) {
      at += 2;
      result = ArrayTypeName.of(result);
    }
    return start == 0 ? result.box() : result;
  }

  private List<TypeName> arguments() {
    List<TypeName> arguments = new ArrayList<>();
    do {
      at++;
      arguments.add(type());
    } while (peek(','));
    at++;
    return arguments;
  }

  private boolean peek(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private static TypeName named(String name) {
    if (PRIMITIVES.containsKey(name)) {
      return PRIMITIVES.get(name);
    }
    List<String> parts = Arrays.asList(name.split("\\."));
    int outer = 0;
    while (outer < parts.size() - 1 && !Character.isUpperCase(parts.get(outer).codePointAt(0))) {
      outer++;
    }
    String packageName = parts.subList(0, outer).stream().collect(Collectors.joining("."));
    return ClassName.get(packageName, parts.get(outer),
        parts.subList(outer + 1, parts.size()).toArray(String[]::new));
  }
}
