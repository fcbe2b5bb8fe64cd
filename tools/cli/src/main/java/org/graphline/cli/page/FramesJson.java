package org.graphline.cli.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.automaton.Site;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Timers;
import org.graphline.model.semantics.Wait;
import org.graphline.model.source.Span;
import org.graphline.model.value.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Where everybody is, and what lies on the lines, before the first step of a story and after each: as the model says.
final class FramesJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Semantics semantics;
  private final Map<String, ObjectNode> desks = new HashMap<>();
  private final Map<String, ArrayNode> lines = new HashMap<>();

  private FramesJson(Network network) {
    this.semantics = Semantics.of(network, Timers.ANY);
  }

  /// Returns one object a state with what is different from the one before: `desks` by position in the network, and
  /// `lines`, the letters on those that hold some, oldest first.
  static ArrayNode of(Network network, Counterexample story) {
    var frames = new FramesJson(network);
    ArrayNode all = NODES.arrayNode();
    all.add(frames.next(frames.semantics.initial()));
    Stream.concat(story.stem().stream(), story.loop().stream()).map(StoryStep::step)
        .forEach(step -> all.add(frames.next(step.target())));
    return all;
  }

  private ObjectNode next(State state) {
    ObjectNode frame = NODES.objectNode();
    ObjectNode moved = frame.putObject("desks");
    Map<Integer, List<Wait>> waits = semantics.waits(state).stream()
        .collect(java.util.stream.Collectors.groupingBy(Wait::instance));
    for (int i = 0; i < semantics.network().instances().size(); i++) {
      ObjectNode desk = desk(state, i, waits.getOrDefault(i, List.of()));
      if (!desk.equals(desks.put(Integer.toString(i), desk))) {
        moved.set(Integer.toString(i), desk);
      }
    }
    ObjectNode changed = frame.putObject("lines");
    for (Line line : semantics.network().lines()) {
      if (!line.isRendezvous()) {
        ArrayNode letters = letters(state, line);
        if (!letters.equals(lines.put(Integer.toString(line.id()), letters))) {
          changed.set(Integer.toString(line.id()), letters);
        }
      }
    }
    return frame;
  }

  private ObjectNode desk(State state, int instance, List<Wait> waits) {
    ObjectNode desk = NODES.objectNode();
    boolean faulty = semantics.fault(state).filter(f -> f.instance() == instance).isPresent();
    desk.put("state", faulty ? "error" : semantics.hasFailed(state, instance) ? "failed"
        : semantics.isOver(state) || semantics.isGone(state, instance) ? "gone"
            : semantics.rests(state, instance) ? "rests" : "waits");
    ArrayNode at = desk.putArray("at");
    semantics.fault(state).filter(f -> f.instance() == instance).ifPresent(f -> add(at, f.fault().message(),
        semantics.automaton(instance).sites().get(f.node()).span()));
    for (Wait wait : waits) {
      Site site = site(wait);
      add(at, site.action(), site.span());
    }
    return desk;
  }

  private static void add(ArrayNode at, String action, Span span) {
    ObjectNode one = at.addObject().put("action", action);
    if (!span.equals(Span.BUILT_IN)) {
      one.put("file", span.file()).put("line", span.line());
    }
  }

  /// Returns where a thread waits: at the only case of a `select` that is on, or at the whole of it.
  private Site site(Wait wait) {
    ProcessAutomaton automaton = semantics.automaton(wait.instance());
    int choice = wait.needs().size() == 1 ? wait.needs().getFirst().choice() : -1;
    return choice >= 0 && automaton.nodes().get(wait.node()) instanceof Node.Select select
        ? select.cases().get(choice).site() : automaton.sites().get(wait.node());
  }

  private ArrayNode letters(State state, Line line) {
    ArrayNode letters = NODES.arrayNode();
    semantics.letters(state, line.id()).forEach(v -> letters.add(v instanceof Value.Signal ? "signal" : v.display()));
    return letters;
  }
}
