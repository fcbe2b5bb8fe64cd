package org.graphline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.StoryStep.Party;
import org.graphline.checker.verdict.StoryStep.Role;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.semantics.Step;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The story of a finding as it is kept in a file, so that it can be stepped through later.
///
/// @param finding   its name, `DL-1`
/// @param subject   the check that found it
/// @param steps     what happened, the stem first
/// @param loopStart the position in `steps` at which the loop starts; the number of steps if there is none
/// @param stuck     who waits for each other at its end, or else who is stuck there
public record Trace(String finding, Subject subject, List<Entry> steps, int loopStart, List<String> stuck) {
  private static final String FORMAT = "graphline trace 2";

  public Trace {
    steps = List.copyOf(steps);
    stuck = List.copyOf(stuck);
  }

  /// A check of one network.
  ///
  /// @param files     the files that were checked together
  /// @param check     where the check stands
  /// @param graph     the graph with its package
  /// @param arguments its arguments, `workers = 2`
  public record Subject(List<String> files, Place check, String graph, List<String> arguments) {
    public Subject {
      files = List.copyOf(files);
      arguments = List.copyOf(arguments);
    }

    /// Returns what was checked.
    public static Subject of(List<String> files, CheckedNetwork checked) {
      var network = checked.report().network();
      return new Subject(files, new Place(checked.file(), checked.line()), network.graph().toString(), network.arguments());
    }

    void write(ObjectNode node) {
      ArrayNode names = node.putArray("files");
      files.forEach(names::add);
      node.putObject("check").put("file", check.file()).put("line", check.line());
      node.put("graph", graph);
      ArrayNode values = node.putArray("arguments");
      arguments.forEach(values::add);
    }

    static Subject read(JsonNode node) {
      JsonNode check = node.path("check");
      return new Subject(strings(node.path("files")), new Place(check.path("file").asString(""),
          check.path("line").asInt(0)), node.path("graph").asString(""), strings(node.path("arguments")));
    }

    private static List<String> strings(JsonNode array) {
      var all = new ArrayList<String>();
      array.forEach(each -> all.add(each.asString("")));
      return all;
    }
  }

  /// A line of a file.
  public record Place(String file, int line) {}

  /// One step.
  ///
  /// @param label what happens and which threads do it, as [#identity(Step)] gives it
  /// @param text  the step in words
  /// @param event what a scenario calls it; empty if nothing passes a port that has a name in the source
  public record Entry(String label, String text, Optional<String> event) {}

  /// Returns the label and the threads of a step: what tells it from the others that are possible with it.
  public static String identity(Step step) {
    return step.label() + " by " + step.actors();
  }

  /// Returns the trace of a violation.
  public static Trace of(String finding, List<String> files, CheckedNetwork checked,
      Verdict.Violated violated) {
    var steps = new ArrayList<Entry>();
    var story = violated.counterexample();
    story.stem().forEach(s -> steps.add(entry(s)));
    story.loop().forEach(s -> steps.add(entry(s)));
    List<Integer> waiting = story.waits().cycle().isEmpty()
        ? story.waits().waiters().stream().filter(w -> !w.rests()).map(w -> w.instance()).toList()
        : story.waits().cycle();
    return new Trace(finding, Subject.of(files, checked), steps, story.stem().size(), waiting.stream().distinct()
        .map(i -> checked.report().network().instances().get(i).name().display()).toList());
  }

  private static Entry entry(StoryStep step) {
    return new Entry(identity(step.step()), step.text(), switch (step.kind()) {
      case HAND_OVER, CALLED, REPLIED -> step.from().filter(Trace::isWritten)
          .or(() -> step.to().filter(Trace::isWritten)).map(Party::display);
      case POST -> step.from().flatMap(Trace::atLine);
      case COLLECT -> step.to().flatMap(Trace::atLine);
      case END_SEEN, REFUSED, UNHEARD, CHOICE, RESULT, MAY_FAIL, TIMES_OUT, OTHERWISE, MARK, SYNC, REPLY_DROPPED,
          CLOSES_TRAY, CLOSES_CONNECTION, ARRIVES, CLOSING_TIME -> Optional.empty();
    });
  }

  private static boolean isWritten(Party party) {
    return party.role() == Role.COMPONENT && party.span().isPresent();
  }

  private static Optional<String> atLine(Party party) {
    return isWritten(party) ? Optional.of(party.display())
        : party.role() == Role.ENVIRONMENT ? Optional.of(party.port()) : Optional.empty();
  }

  /// Returns the text of the file that keeps the story, the whole counterexample included.
  public String print(CheckedNetwork checked, Verdict.Violated violated) {
    ObjectNode root = Json.NODES.objectNode();
    root.put("format", FORMAT);
    root.put("finding", finding);
    subject.write(root);
    root.put("property", violated.claim().text());
    root.put("loopStart", loopStart);
    ArrayNode path = root.putArray("path");
    for (Entry step : steps) {
      ObjectNode entry = path.addObject().put("label", step.label()).put("text", step.text());
      step.event().ifPresent(event -> entry.put("event", event));
    }
    ArrayNode who = root.putArray("stuck");
    stuck.forEach(who::add);
    root.set("counterexample", StoryJson.of(checked.report().network(), violated.counterexample()));
    return Json.print(root);
  }

  /// Returns the trace that `text` keeps; empty if it keeps none.
  public static Optional<Trace> read(String text) {
    try {
      JsonNode root = Json.MAPPER.readTree(text);
      if (!FORMAT.equals(root.path("format").asString(""))) {
        return Optional.empty();
      }
      var steps = new ArrayList<Entry>();
      root.path("path").forEach(s -> steps.add(new Entry(s.path("label").asString(""), s.path("text")
          .asString(""), s.path("event").asStringOpt())));
      return Optional.of(new Trace(root.path("finding").asString(""), Subject.read(root), steps,
          root.path("loopStart").asInt(0), Subject.strings(root.path("stuck"))));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
