package org.graphline.cli.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.verdict.Assumption;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.StoryStep.Party;
import org.graphline.checker.verdict.Verdict;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.console.Version;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.Marker;
import org.graphline.model.network.Network;
import org.graphline.model.source.Span;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a check found out, for code scanning: SARIF 2.1.0 (OASIS, 2020). What is not as expected is an error at the place
/// of the first who is stuck, or of the claim; who waits for whom are related locations; the story is a code flow. What
/// is unknown is a warning, never nothing.
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Map<String, ObjectNode> rules = new LinkedHashMap<>();
  private final ArrayNode results = Json.NODES.arrayNode();

  private SarifReport() {}

  /// Returns the text of the log, with one run.
  ///
  /// @param exitCode that of the command
  public static String render(List<CheckedNetwork> checked, List<Diagnostic> diagnostics, int exitCode) {
    var report = new SarifReport();
    diagnostics.forEach(report::add);
    checked.forEach(report::add);
    return Json.print(report.log(exitCode));
  }

  private ObjectNode log(int exitCode) {
    ObjectNode root = Json.NODES.objectNode();
    root.put("$schema", SCHEMA);
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Graphline");
    driver.put("version", Version.TEXT);
    ArrayNode all = driver.putArray("rules");
    rules.values().forEach(all::add);
    run.put("columnKind", "unicodeCodePoints");
    run.putArray("invocations").addObject().put("executionSuccessful", true).put("exitCode", exitCode);
    run.set("results", results);
    return root;
  }

  private ObjectNode result(String rule, String title, String level, String message) {
    ObjectNode node = results.addObject();
    node.put("ruleId", rule);
    rules.computeIfAbsent(rule, id -> {
      ObjectNode described = Json.NODES.objectNode();
      described.put("id", id);
      described.putObject("shortDescription").put("text", title);
      described.putObject("help").put("text", id.equals(UNKNOWN) ? "Raise the bound, or make the graph smaller."
          : "graphline explain " + id);
      return described;
    });
    node.put("ruleIndex", List.copyOf(rules.keySet()).indexOf(rule));
    node.put("level", level);
    node.putObject("message").put("text", message);
    return node;
  }

  private void add(Diagnostic diagnostic) {
    ObjectNode node = result(diagnostic.id().code(), diagnostic.id().slug().replace('-', ' '), diagnostic.severity().word(),
        diagnostic.message() + diagnostic.help().map(h -> "\n" + h).orElse(""));
    node.putArray("locations").add(location(diagnostic.primary().span(), diagnostic.primary().phrase()));
    ArrayNode related = Json.NODES.arrayNode();
    for (Marker marker : diagnostic.related()) {
      related.add(location(marker.span(), marker.phrase()).put("id", related.size()));
    }
    if (!related.isEmpty()) {
      node.set("relatedLocations", related);
    }
  }

  private static final String UNKNOWN = "UNKNOWN";
  private static final String HOLDS = "HOLDS";

  private void add(CheckedNetwork checked) {
    List<Verdict> verdicts = checked.report().verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      switch (verdict) {
        case Verdict.Violated violated when !verdict.isAsExpected() ->
            add(checked, violated, checked.names().get(i).orElseThrow());
        case Verdict.Undecided(_, var reason, _, _) -> describe(checked, verdict, result(UNKNOWN, "undecided", "warning",
            what(checked, verdict) + " is unknown: " + reason.display()));
        case Verdict.Holds _ when !verdict.isAsExpected() -> describe(checked, verdict, result(HOLDS,
            "holds, though it was claimed not to", "error", what(checked, verdict) + ": it holds"));
        case Verdict.Violated _, Verdict.Holds _ -> { }
      }
    }
  }

  private static String what(CheckedNetwork checked, Verdict verdict) {
    return "'" + CheckedNetwork.claimed(verdict) + "' of " + checked.report().network().display();
  }

  private void describe(CheckedNetwork checked, Verdict verdict, ObjectNode node) {
    node.putArray("locations").add(location(verdict.claim().span(), ""));
    finish(checked, verdict, node);
  }

  private static void finish(CheckedNetwork checked, Verdict verdict, ObjectNode node) {
    node.putObject("partialFingerprints").put("graphlineFinding/v1", fingerprint(checked, verdict));
    ObjectNode properties = node.putObject("properties");
    properties.put("graph", checked.report().network().graph().toString());
    properties.set("arguments", Arguments.json(checked.report().network().arguments()));
    properties.put("property", CheckedNetwork.claimed(verdict));
    properties.put("coverage", checked.coverage().orElse("this network"));
    properties.put("engine", verdict.statistics().engine());
    ArrayNode assumptions = properties.putArray("assumptions");
    verdict.assumptions().stream().map(Assumption::display).forEach(assumptions::add);
  }

  private void add(CheckedNetwork checked, Verdict.Violated violated, String name) {
    Network network = checked.report().network();
    Counterexample story = violated.counterexample();
    String sentences = String.join(". ", story.explanation().sentences());
    ObjectNode node = result(story.finding().code(), story.finding().title(), "error",
        name + ": " + StoryText.shortTitle(story) + " in " + network.display() + ", claimed: "
            + CheckedNetwork.claimed(violated) + (sentences.isEmpty() ? "" : ". " + sentences));
    List<Waiter> waiters = story.waits().waiters().stream().filter(w -> !w.rests()).toList();
    ArrayNode locations = node.putArray("locations");
    if (waiters.isEmpty()) {
      locations.add(location(violated.claim().span(), ""));
    } else {
      Waiter first = waiters.stream().filter(w -> story.waits().cycle().contains(w.instance())).findFirst()
          .orElse(waiters.getFirst());
      locations.add(location(first.span(), waits(network, first)));
      ArrayNode related = node.putArray("relatedLocations");
      waiters.stream().filter(w -> w != first)
          .forEach(w -> related.add(location(w.span(), waits(network, w)).put("id", related.size())));
      related.add(location(violated.claim().span(), "claimed here").put("id", related.size()));
    }
    ArrayNode flow = Json.NODES.arrayNode();
    story.stem().forEach(s -> add(flow, s, ""));
    story.loop().forEach(s -> add(flow, s, "round and round: "));
    waiters.forEach(w -> flow.addObject().put("executionOrder", flow.size()).put("importance", "essential")
        .set("location", location(w.span(), waits(network, w))));
    if (!flow.isEmpty()) {
      node.putArray("codeFlows").addObject().putArray("threadFlows").addObject().set("locations", flow);
    }
    finish(checked, violated, node);
  }

  private static void add(ArrayNode flow, StoryStep step, String before) {
    List<Party> parties = java.util.stream.Stream.of(step.from(), step.to()).flatMap(java.util.Optional::stream)
        .filter(p -> p.span().isPresent()).toList();
    int order = flow.size();
    for (Party party : parties) {
      flow.addObject().put("executionOrder", order).set("location", location(party.span().orElseThrow(),
          before + step.text()));
    }
    if (parties.isEmpty()) {
      flow.addObject().put("executionOrder", order).set("location", Json.NODES.objectNode()
          .set("message", Json.NODES.objectNode().put("text", before + step.text())));
    }
  }

  private static String waits(Network network, Waiter waiter) {
    List<String> whom = waiter.waitsFor().stream().map(i -> network.instances().get(i).name().display()).distinct().toList();
    return waiter.name() + " wants to " + waiter.action()
        + (whom.isEmpty() ? "" : " and waits for " + String.join(", ", whom));
  }

  private static ObjectNode location(Span span, String message) {
    ObjectNode node = Json.NODES.objectNode();
    if (!span.equals(Span.BUILT_IN)) {
      ObjectNode place = node.putObject("physicalLocation");
      place.putObject("artifactLocation").put("uri", uri(span.file()));
      place.putObject("region").put("startLine", span.line()).put("startColumn", span.column());
    }
    if (!message.isEmpty()) {
      node.putObject("message").put("text", message);
    }
    return node;
  }

  private static String uri(String file) {
    try {
      return new URI(file.startsWith("/") ? "file" : null, null, file, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new AssertionError("every path can be quoted: " + file, e);
    }
  }

  /// The same as long as the same is wrong with the same graph, wherever it stands in the file.
  private static String fingerprint(CheckedNetwork checked, Verdict verdict) {
    var text = new StringBuilder(checked.report().network().graph().toString()).append('\n')
        .append(checked.report().network().arguments()).append('\n').append(CheckedNetwork.claimed(verdict));
    if (verdict instanceof Verdict.Violated(_, var story, _, _)) {
      text.append('\n').append(story.finding().code());
      story.waits().waiters().stream().filter(w -> !w.rests())
          .forEach(w -> text.append('\n').append(w.name()).append(' ').append(w.action()));
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
