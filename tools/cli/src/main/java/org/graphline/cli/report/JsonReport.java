package org.graphline.cli.report;

import java.util.List;
import org.graphline.checker.verdict.Assumption;
import org.graphline.checker.verdict.Statistics;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.Marker;
import org.graphline.model.network.Network;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a check found out, for programs: one object with `results` and `diagnostics`.
public final class JsonReport {
  private JsonReport() {}

  /// Returns the text of the object.
  public static String render(List<CheckedNetwork> checked, List<Diagnostic> diagnostics) {
    return Json.print(tree(checked, diagnostics));
  }

  /// Returns the object.
  public static ObjectNode tree(List<CheckedNetwork> checked, List<Diagnostic> diagnostics) {
    ObjectNode root = Json.NODES.objectNode();
    ArrayNode results = root.putArray("results");
    checked.forEach(c -> add(results, c));
    ArrayNode found = root.putArray("diagnostics");
    diagnostics.forEach(d -> found.add(diagnostic(d)));
    return root;
  }

  private static void add(ArrayNode results, CheckedNetwork checked) {
    Network network = checked.report().network();
    List<Verdict> verdicts = checked.report().verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      ObjectNode node = results.addObject();
      node.put("file", checked.file());
      node.put("line", checked.line());
      node.put("graph", network.graph().toString());
      node.set("arguments", Arguments.json(network.arguments()));
      checked.title().ifPresent(title -> node.put("scenario", title));
      node.put("property", verdict.claim().text());
      node.put("negated", verdict.claim().negated());
      addVerdict(node, verdict);
      node.put("coverage", checked.coverage().orElse("this network"));
      addStatistics(node, verdict.statistics());
      ArrayNode assumptions = node.putArray("assumptions");
      verdict.assumptions().stream().map(Assumption::display).forEach(assumptions::add);
      checked.accounts().get(i).ifPresent(account -> node.set("why", AccountJson.of(network, account)));
      if (verdict instanceof Verdict.Violated violated) {
        node.put("finding", checked.names().get(i).orElseThrow());
        checked.traces().get(i).ifPresent(trace -> node.put("trace", trace));
        node.set("counterexample", StoryJson.of(network, violated.counterexample()));
        checked.tried().get(i).ifPresent(t -> addTried(node, t));
      }
    }
  }

  private static void addTried(ObjectNode node, Tried tried) {
    ObjectNode repairs = node.putObject("repairs");
    repairs.put("larger", tried.larger().orElse(null));
    ArrayNode rows = repairs.putArray("tried");
    for (Tried.Row row : tried.rows()) {
      rows.addObject().put("change", row.words()).put("place", row.place()).put("asked", word(row.asked()))
          .put("larger", row.larger().map(JsonReport::word).orElse(null));
    }
  }

  private static String word(Tried.Result result) {
    return result.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static void addVerdict(ObjectNode node, Verdict verdict) {
    switch (verdict) {
      case Verdict.Holds _ -> node.put("verdict", "holds");
      case Verdict.Violated _ -> node.put("verdict", "fails");
      case Verdict.Undecided(_, var reason, _, _) -> node.put("verdict", "unknown")
          .put("reason", reason.display());
    }
    node.put("asExpected", verdict.isAsExpected());
    node.put("certainty", switch (verdict) {
      case Verdict.Violated(_, var story, _, _) -> story.certainty().name()
          .toLowerCase(java.util.Locale.ROOT);
      case Verdict.Holds _, Verdict.Undecided _ -> null;
    });
  }

  private static void addStatistics(ObjectNode node, Statistics statistics) {
    node.put("engine", statistics.engine());
    node.put("states", statistics.states());
    node.put("transitions", statistics.transitions());
    node.put("passedOver", statistics.passed());
    node.put("depth", statistics.depth());
    node.put("bytesPerState", Math.round(statistics.bytesPerState() * 10) / 10.0);
    node.put("complete", statistics.complete());
    node.put("seconds", Math.round(statistics.seconds() * 1000) / 1000.0);
  }

  private static ObjectNode diagnostic(Diagnostic diagnostic) {
    ObjectNode node = Json.NODES.objectNode();
    node.put("code", diagnostic.id().code());
    node.put("severity", diagnostic.severity().word());
    node.put("file", diagnostic.primary().span().file());
    node.put("line", diagnostic.primary().span().line());
    node.put("column", diagnostic.primary().span().column());
    node.put("message", diagnostic.message());
    node.put("help", diagnostic.help().orElse(null));
    ArrayNode related = node.putArray("related");
    for (Marker marker : diagnostic.related()) {
      related.add(StoryJson.location(marker.span()).put("message", marker.phrase()));
    }
    return node;
  }
}
