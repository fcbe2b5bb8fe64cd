package org.graphline.cli.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Verdict;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.console.Version;
import org.graphline.cli.draw.Drawing;
import org.graphline.cli.draw.Waits;
import org.graphline.cli.report.ChartJson;
import org.graphline.cli.report.CheckRun;
import org.graphline.cli.report.CheckedNetwork;
import org.graphline.cli.report.JsonReport;
import org.graphline.cli.report.StoryText;
import org.graphline.model.network.Network;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the page knows: the object of `--format json`, with more in it. `docs/report.md` describes it.
final class ReportJson {
  /// Of a longer story the page does not know where everybody is.
  private static final int LONGEST_WALK = 2_000;
  /// Among more who wait, and who is waited for, the page has no picture of it.
  private static final int MOST_WAITERS = 80;
  private static final String FORMAT = "graphline report 1";

  private final ObjectNode root;
  private final ArrayNode networks;
  private final Map<String, Integer> known = new HashMap<>();
  private final Set<String> names = new LinkedHashSet<>();

  private ReportJson(CheckRun run) {
    this.root = JsonReport.tree(run.results(), run.diagnostics());
    this.networks = root.putArray("networks");
  }

  static ObjectNode of(CheckRun run) {
    var report = new ReportJson(run);
    report.root.put("format", FORMAT).put("version", Version.TEXT).put("exitCode", run.exitCode());
    var results = new ArrayList<ObjectNode>();
    report.root.path("results").forEach(node -> results.add((ObjectNode) node));
    int next = 0;
    for (CheckedNetwork checked : run.results()) {
      for (Verdict verdict : checked.report().verdicts()) {
        report.extend(results.get(next++), checked, verdict);
      }
    }
    ArrayNode sources = report.root.putArray("sources");
    run.sources().forEach(source -> sources.addObject().put("name", source.name()).put("text", source.text()));
    return report.root;
  }

  private void extend(ObjectNode node, CheckedNetwork checked, Verdict verdict) {
    Network network = checked.report().network();
    node.put("id", name(node, checked, verdict));
    node.put("claim", CheckedNetwork.claimed(verdict));
    node.put("claimLine", verdict.claim().span().line());
    node.put("network", network(checked));
    if (verdict instanceof Verdict.Violated(_, var story, _, _)) {
      node.put("headline", StoryText.shortTitle(story));
      extend((ObjectNode) node.path("counterexample"), network, story);
    }
  }

  /// Returns the name of a result, the part after `#` of a link to it: that of the finding, else graph, line and claim.
  private String name(ObjectNode node, CheckedNetwork checked, Verdict verdict) {
    String wanted = node.path("finding").asString((checked.report().network().graph().simple() + "-" + checked.line()
        + "-" + CheckedNetwork.claimed(verdict)).replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", ""));
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  private int network(CheckedNetwork checked) {
    String key = checked.file() + " " + checked.report().network().graph() + checked.report().network().arguments();
    return known.computeIfAbsent(key, _ -> {
      networks.add(NetworkJson.of(checked));
      return networks.size() - 1;
    });
  }

  private static void extend(ObjectNode node, Network network, Counterexample story) {
    node.set("chart", ChartJson.of(story));
    node.set("moves", WalkJson.of(network, story));
    if (NetworkJson.isDrawn(network) && story.stem().size() + story.loop().size() <= LONGEST_WALK) {
      node.set("frames", FramesJson.of(network, story));
    }
    List<Waiter> waiters = story.waits().waiters();
    for (int i = 0; i < waiters.size(); i++) {
      ObjectNode waiter = (ObjectNode) node.path("stuck").path(i);
      waiter.put("desk", waiters.get(i).instance());
      ArrayNode wires = waiter.putArray("wires");
      Waits.wires(network, waiters.get(i)).forEach(wires::add);
    }
    long people = waiters.stream().filter(w -> !w.rests()).flatMap(w -> java.util.stream.Stream.concat(
        java.util.stream.Stream.of(w.instance()), w.waitsFor().stream())).distinct().count();
    if (people > 0 && people <= MOST_WAITERS) {
      node.put("waits", Drawing.figure(network, story.waits()));
    }
  }
}
