package org.graphline.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Map;
import org.graphline.compiler.plan.Bounds;
import org.graphline.compiler.plan.Captures;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Port;
import org.graphline.model.term.PortUse;

/// What the body of a component can see of its class.
///
/// @param ports the names of the fields that hold the ports, by the port's position
record Members(TypeNames types, ExpressionEmitter expressions, Captures captures,
    Map<Integer, String> ports) {
  Members {
    ports = Map.copyOf(ports);
  }

  /// Returns the field, or element of a field, that `use` means.
  CodeBlock port(PortUse use, Scope scope) {
    String field = field(use.port());
    if (use.index().isEmpty()) {
      return CodeBlock.of("$L", field);
    }
    Expression index = use.index().get();
    CodeBlock code = expressions.emit(index, scope).code();
    return Bounds.fitsIndex(index, use.port(), captures.ranges()) ? CodeBlock.of("$L[$L]", field, code)
        : CodeBlock.of("$L[$T.index($L, $L.length)]", field, RuntimeNames.CHECKS, code, field);
  }

  /// Returns the name of the field that holds `port`.
  String field(Port port) {
    return ports.get(port.index());
  }
}
