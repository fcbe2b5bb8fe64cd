package org.graphline.testing;

import java.util.Map;
import org.graphline.model.term.Program;
import org.graphline.model.term.Type;

/// Classes for what a specification says is Java's.
final class OpaqueTypes {
  private OpaqueTypes() {}

  /// Adds to `sources` a class for each Java type that `program` names and that is not part of Java.
  static Map<String, String> added(Program program, Map<String, String> sources) {
    program.types().forEach(declared -> {
      if (declared.type() instanceof Type.Opaque(_, var java) && !java.startsWith("java.")) {
        int dot = java.lastIndexOf('.');
        sources.put(java.replace('.', '/') + ".java", "package " + java.substring(0, dot) + "; public record "
            + java.substring(dot + 1) + "(Object value) {}");
      }
    });
    return sources;
  }
}
