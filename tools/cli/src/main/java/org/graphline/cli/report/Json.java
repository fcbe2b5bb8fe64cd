package org.graphline.cli.report;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// JSON as it is read and written here.
final class Json {
  static final JsonMapper MAPPER = JsonMapper.builder().build();
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /// Returns the text of `node` over several lines, with a line break at the end.
  static String print(JsonNode node) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node)
        .replace(System.lineSeparator(), "\n") + "\n";
  }
}
