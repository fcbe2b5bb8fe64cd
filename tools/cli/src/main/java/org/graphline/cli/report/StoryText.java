package org.graphline.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Dependence;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.console.Ink;
import org.graphline.cli.console.Words;
import org.graphline.model.network.Network;

/// A violation told in full: what is wrong, who waits for whom, and the story as a chart.
public final class StoryText {
  private static final String INDENT = "        ";
  /// Of more than this many who wait, or components of a cycle, the rest is left to the trace.
  private static final int MANY_WAITERS = 120;
  private static final int SHOWN_WAITERS = 12;
  /// What is wider or longer is not drawn as a chart.
  private static final int WIDEST_CHART = 120;
  private static final int LONGEST_CHART = 1_000;
  private static final int SHOWN_STEPS = 20;

  private final Ink ink;
  private final StringBuilder text = new StringBuilder();

  private StoryText(Ink ink) {
    this.ink = ink;
  }

  /// Returns `livelock, possible (depends on ...), after 2 steps`.
  static String title(Counterexample story) {
    String dependencies = story.dependencies().stream().map(Dependence::display).distinct().limit(3)
        .collect(Collectors.joining("; "));
    return title(story, dependencies.isEmpty() ? "" : " (" + dependencies + ")");
  }

  /// Returns `deadlock, certain, after 2 steps`.
  public static String shortTitle(Counterexample story) {
    return title(story, "");
  }

  private static String title(Counterexample story, String dependencies) {
    String certainty = switch (story.certainty()) {
      case CERTAIN -> "certain";
      case POSSIBLE -> "possible" + dependencies;
    };
    String length = story.length() == 0 ? "at the start" : "after " + Words.count(story.length(), "step");
    if (story.isLasso()) {
      length = "going round " + (story.length() == 0 ? "from the start" : length);
    }
    return story.finding().title() + ", " + certainty + ", " + length;
  }

  /// Returns the whole story, several lines.
  static String tell(Network network, Counterexample story, Ink ink) {
    var told = new StoryText(ink);
    story.explanation().sentences().forEach(told::paragraph);
    told.waits(network, story.waits());
    told.chart(story);
    if (!story.explanation().notes().isEmpty()) {
      told.line("");
      story.explanation().notes().forEach(told::paragraph);
    }
    return told.text.toString();
  }

  /// Returns a cycle of waits, or whoever waits if there is none; of a long one the beginning.
  static String cycle(Network network, WaitForGraph waits, Ink ink) {
    var told = new StoryText(ink);
    if (waits.cycle().isEmpty()) {
      told.paragraph(waits.waiters().stream().filter(w -> !w.rests()).limit(SHOWN_WAITERS)
          .map(w -> w.name() + " wants to " + w.action() + " at " + w.span().place())
          .collect(Collectors.joining(", ")));
    } else {
      told.paragraph(told.cycle(network, waits, SHOWN_WAITERS));
    }
    return told.text.toString();
  }

  private void waits(Network network, WaitForGraph waits) {
    List<Waiter> waiters = waits.waiters().stream().filter(w -> !w.rests()).toList();
    if (waiters.isEmpty()) {
      return;
    }
    line("");
    line("   " + ink.bold("who waits for whom"));
    if (!waits.cycle().isEmpty()) {
      paragraph(cycle(network, waits, MANY_WAITERS));
    }
    int names = width(waiters.stream().map(Waiter::name).toList());
    int actions = width(waiters.stream().map(Waiter::action).toList());
    int places = width(waiters.stream().map(w -> w.span().place()).toList());
    for (Waiter waiter : waiters.size() > MANY_WAITERS ? waiters.subList(0, SHOWN_WAITERS) : waiters) {
      String whom = waiter.waitsFor().stream().map(i -> network.instances().get(i).name().display())
          .distinct()
          .limit(6).collect(Collectors.joining(", "));
      line(INDENT + Words.pad(waiter.name(), names) + "  wants to " + Words.pad(waiter.action(), actions)
          + "  "
          + (whom.isEmpty() ? waiter.span().place() : Words.pad(waiter.span().place(), places)
              + "  waits for " + whom));
    }
    if (waiters.size() > MANY_WAITERS) {
      line(INDENT + "and " + Words.count(waiters.size() - SHOWN_WAITERS, "more component"));
    }
  }

  private static int width(List<String> words) {
    return words.stream().mapToInt(String::length).max().orElse(0);
  }

  /// Returns `farmer ──send parts──▶ w[0] ──send results──▶ farmer`.
  private String cycle(Network network, WaitForGraph waits, int most) {
    var parts = new StringBuilder();
    List<Integer> cycle = waits.cycle();
    boolean shown = cycle.size() <= most;
    for (int instance : shown ? cycle : cycle.subList(0, SHOWN_WAITERS)) {
      String action = waits.waiters().stream().filter(w -> w.instance() == instance)
          .min(Comparator.comparing(Waiter::rests)).map(Waiter::action).orElse("");
      parts.append(network.instances().get(instance).name().display());
      parts.append(ink.isAscii() ? " --" + action + "--> " : " ──" + action.replace(' ', '\u00a0') + "──▶ ");
    }
    if (!shown) {
      parts.append("and so on, ").append(Words.count(cycle.size(), "component")).append(" in all, back to ");
    }
    return parts.append(network.instances().get(cycle.getFirst()).name().display()).toString();
  }

  private void chart(Counterexample story) {
    if (story.stem().isEmpty() && story.loop().isEmpty() && story.waits().waiters().isEmpty()) {
      return;
    }
    line("");
    int steps = story.stem().size() + story.loop().size();
    if (steps > LONGEST_CHART || SequenceChart.columns(story) > WIDEST_CHART) {
      list(Stream.concat(story.stem().stream(), story.loop().stream()).map(StoryStep::text).toList());
      return;
    }
    SequenceChart.draw(story, ink.isAscii()).forEach(row -> line(INDENT + row));
  }

  /// The first and the last steps of a story that is too large for a chart.
  private void list(List<String> steps) {
    if (steps.size() <= 2 * SHOWN_STEPS) {
      steps.forEach(step -> line(INDENT + step));
      return;
    }
    steps.subList(0, SHOWN_STEPS).forEach(step -> line(INDENT + step));
    line(INDENT + (ink.isAscii() ? "... " : "… ") + Words.count(steps.size() - 2 * SHOWN_STEPS, "more step"));
    steps.subList(steps.size() - SHOWN_STEPS, steps.size()).forEach(step -> line(INDENT + step));
  }

  private void paragraph(String words) {
    Words.wrap(words, Words.WIDTH - INDENT.length()).forEach(row -> line(INDENT + row));
  }

  private void line(String line) {
    text.append(ink.plain(line.replace('\u00a0', ' ')).stripTrailing()).append('\n');
  }
}
