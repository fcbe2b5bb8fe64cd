package org.graphline.conformance.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Changes one thing in a JSON document.
final class Corruptor {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final Random random;

  Corruptor(Random random) {
    this.random = random;
  }

  /// Where something is: the names that lead there, positions in arrays as numbers.
  record Spot(List<String> path) {
    Spot {
      path = List.copyOf(path);
    }

    private Spot next(String name) {
      var longer = new ArrayList<>(path);
      longer.add(name);
      return new Spot(longer);
    }

    /// What kind of thing is there: the same path with all positions alike.
    String kind() {
      return "/" + String.join("/", path).replaceAll("(?<=/)\\d+", "[]");
    }
  }

  /// Returns all there is, by its kind.
  static Map<String, List<Spot>> spots(JsonNode root) {
    Map<String, List<Spot>> all = new LinkedHashMap<>();
    collect(root, new Spot(List.of()), all);
    return all;
  }

  private static void collect(JsonNode node, Spot spot, Map<String, List<Spot>> all) {
    all.computeIfAbsent(spot.kind(), _ -> new ArrayList<>()).add(spot);
    if (node instanceof ObjectNode object) {
      object.properties().forEach(p -> collect(p.getValue(), spot.next(p.getKey()), all));
    } else {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), spot.next(Integer.toString(i)), all);
      }
    }
  }

  /// Returns the document with a change of what is at the spot; empty if it changed nothing.
  Optional<JsonNode> corrupted(JsonNode root, Spot spot) {
    JsonNode copy = root.deepCopy();
    if (spot.path().isEmpty()) {
      return Optional.of(changed(copy)).filter(c -> !c.equals(root));
    }
    JsonNode parent = copy;
    for (String name : spot.path().subList(0, spot.path().size() - 1)) {
      parent = child(parent, name);
    }
    String last = spot.path().getLast();
    if (parent instanceof ObjectNode object) {
      JsonNode old = object.get(last);
      switch (random.nextInt(4)) {
        case 0 -> object.remove(last);
        case 1 -> {
          object.remove(last);
          object.set(random.nextBoolean() ? last + "s" : last.substring(1), old);
        }
        default -> object.set(last, changed(old));
      }
    } else {
      change((ArrayNode) parent, Integer.parseInt(last));
    }
    return Optional.of(copy).filter(c -> !c.toString().equals(root.toString()));
  }

  private static JsonNode child(JsonNode parent, String name) {
    return parent instanceof ArrayNode ? parent.get(Integer.parseInt(name)) : parent.get(name);
  }

  private void change(ArrayNode array, int at) {
    JsonNode old = array.get(at);
    switch (random.nextInt(6)) {
      case 0 -> array.remove(at);
      case 1 -> array.insert(random.nextInt(array.size() + 1), old.deepCopy());
      case 2 -> array.insert(random.nextInt(array.size() + 1), changed(old));
      case 3 -> {
        int other = random.nextInt(array.size());
        array.set(at, array.get(other));
        array.set(other, old);
      }
      default -> array.set(at, changed(old));
    }
  }

  private JsonNode changed(JsonNode old) {
    return random.nextInt(3) == 0 ? any(old) : switch (old) {
      case ObjectNode object -> {
        ObjectNode more = object.deepCopy();
        more.put("more", 0);
        yield more;
      }
      case ArrayNode array -> {
        ArrayNode other = array.deepCopy();
        if (other.isEmpty() || random.nextBoolean()) {
          other.add(random.nextInt(3));
        } else {
          other.removeAll();
        }
        yield other;
      }
      case JsonNode node when node.isNumber() -> number(node);
      default -> NODES.stringNode(switch (random.nextInt(4)) {
        case 0 -> old.asString("") + "x";
        case 1 -> "";
        case 2 -> "\0";
        default -> old.asString("") + " ";
      });
    };
  }

  private JsonNode number(JsonNode old) {
    return switch (random.nextInt(6)) {
      case 0 -> NODES.numberNode(random.nextInt());
      case 1 -> NODES.numberNode(old.asLong() + 0.5);
      case 2 -> NODES.numberNode(random.nextLong());
      default -> NODES.numberNode(old.asLong() + random.nextInt(1, 3) * (random.nextBoolean() ? 1 : -1));
    };
  }

  private JsonNode any(JsonNode old) {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(true);
      case 2 -> NODES.arrayNode();
      case 3 -> NODES.objectNode();
      case 4 -> NODES.arrayNode().add(old);
      case 5 -> NODES.stringNode("?");
      case 6 -> NODES.numberNode(0);
      case 7 -> old.isNumber() ? NODES.stringNode(old.asString("")) : NODES.numberNode(-1);
      default -> NODES.stringNode("none");
    };
  }
}
