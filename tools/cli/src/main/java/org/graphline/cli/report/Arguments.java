package org.graphline.cli.report;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of a graph, `workers = 2`, as JSON: numbers and truth values as such, the rest as text.
final class Arguments {
  private Arguments() {}

  static ObjectNode json(List<String> arguments) {
    ObjectNode node = Json.NODES.objectNode();
    for (String argument : arguments) {
      int equals = argument.indexOf(" = ");
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String value = equals < 0 ? "" : argument.substring(equals + 3);
      if (value.matches("-?[0-9]{1,18}")) {
        node.put(name, Long.parseLong(value));
      } else if (value.equals("true") || value.equals("false")) {
        node.put(name, Boolean.parseBoolean(value));
      } else {
        node.put(name, value);
      }
    }
    return node;
  }
}
