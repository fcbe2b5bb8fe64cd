package org.graphline.cli.report;

import java.util.List;
import java.util.Optional;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Dependence;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.StoryStep.Party;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.model.network.Network;
import org.graphline.model.source.Span;
import org.graphline.model.value.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A counterexample as JSON.
final class StoryJson {
  private StoryJson() {}

  /// Returns the counterexample: its steps, the loop it ends in if it does, and who is stuck.
  static ObjectNode of(Network network, Counterexample story) {
    ObjectNode node = Json.NODES.objectNode();
    node.put("finding", story.finding().code());
    node.put("title", story.finding().title());
    node.put("length", story.length());
    node.put("shortest", story.shortest());
    node.set("steps", steps(story.stem()));
    node.set("loop", steps(story.loop()));
    node.set("stuck", stuck(network, story.waits()));
    ArrayNode cycle = node.putArray("cycle");
    story.waits().cycle().forEach(i -> cycle.add(network.instances().get(i).name().display()));
    ArrayNode explanation = node.putArray("explanation");
    story.explanation().sentences().forEach(explanation::add);
    story.explanation().notes().forEach(explanation::add);
    ArrayNode depends = node.putArray("dependsOn");
    for (Dependence dependence : story.dependencies()) {
      ObjectNode one = depends.addObject();
      one.put("what", dependence.what());
      one.set("location", location(dependence.span()));
    }
    return node;
  }

  private static ArrayNode steps(List<StoryStep> steps) {
    ArrayNode array = Json.NODES.arrayNode();
    for (StoryStep step : steps) {
      ObjectNode node = array.addObject();
      node.put("label", step.text());
      node.put("kind", step.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      node.put("from", step.from().map(Party::display).orElse(null));
      node.put("to", step.to().map(Party::display).orElse(null));
      node.put("value", value(step.value()));
      node.put("counted", step.counted());
      ArrayNode locations = node.putArray("locations");
      step.spans().forEach(span -> locations.add(location(span)));
    }
    return array;
  }

  private static String value(Optional<Value> value) {
    return value.map(v -> v instanceof Value.Signal ? "signal" : v.display()).orElse(null);
  }

  /// Returns who waits for what, and for whom.
  static ArrayNode stuck(Network network, WaitForGraph waits) {
    ArrayNode array = Json.NODES.arrayNode();
    for (Waiter waiter : waits.waiters()) {
      ObjectNode node = array.addObject();
      node.put("instance", waiter.name());
      node.put("action", waiter.action());
      node.put("rests", waiter.rests());
      node.set("location", location(waiter.span()));
      ArrayNode whom = node.putArray("waitsFor");
      waiter.waitsFor().forEach(i -> whom.add(network.instances().get(i).name().display()));
    }
    return array;
  }

  /// Returns a place as an object.
  static ObjectNode location(Span span) {
    return Json.NODES.objectNode().put("file", span.file()).put("line", span.line())
        .put("column", span.column());
  }
}
