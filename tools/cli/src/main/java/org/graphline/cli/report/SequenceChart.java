package org.graphline.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.StoryStep.Party;
import org.graphline.checker.verdict.StoryStep.Role;
import org.graphline.checker.verdict.WaitForGraph.Waiter;

/// A story as a chart: one column for each component that has a part in it, and one for the environment.
final class SequenceChart {
  private final Glyphs glyphs;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<ChartRow> rows = new ArrayList<>();

  private SequenceChart(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /// Returns the lines of the chart of `story`.
  static List<String> draw(Counterexample story, boolean ascii) {
    SequenceChart chart = of(story, Glyphs.of(ascii));
    return new ChartLayout(chart.columns(), chart.rows, chart.glyphs).draw();
  }

  /// Returns the chart of `story`, before anything has a place.
  static SequenceChart of(Counterexample story, Glyphs glyphs) {
    var chart = new SequenceChart(glyphs);
    chart.assignColumns(story);
    story.stem().forEach(chart::add);
    if (story.isLasso()) {
      chart.rows.add(new ChartRow.Divider("round and round:"));
      story.loop().forEach(chart::add);
    }
    story.waits().waiters().stream().filter(w -> !w.rests()).forEach(chart::add);
    return chart;
  }

  /// Returns the names over the columns.
  List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /// Returns the rows: one for each step, a divider before the loop, then who is stuck.
  List<ChartRow> rows() {
    return List.copyOf(rows);
  }

  /// Returns how many columns the chart of `story` has.
  static int columns(Counterexample story) {
    var chart = new SequenceChart(Glyphs.of(true));
    chart.assignColumns(story);
    return chart.columns.size();
  }

  private void assignColumns(Counterexample story) {
    var steps = new ArrayList<>(story.stem());
    steps.addAll(story.loop());
    if (steps.stream().anyMatch(s -> isEnvironment(s.from()) || isEnvironment(s.to()))) {
      columns.put("environment", 0);
    }
    for (StoryStep step : steps) {
      step.from().ifPresent(this::assignColumn);
      step.to().ifPresent(this::assignColumn);
    }
    story.waits().waiters().stream().filter(w -> !w.rests()).forEach(w -> assignColumn(w.name()));
  }

  private static boolean isEnvironment(Optional<Party> party) {
    return party.isPresent() && party.get().role() == Role.ENVIRONMENT;
  }

  private void assignColumn(Party party) {
    if (party.role() == Role.COMPONENT) {
      assignColumn(party.name());
    }
  }

  private void assignColumn(String name) {
    columns.putIfAbsent(name, columns.size());
  }

  private Optional<Integer> column(Optional<Party> party) {
    return party.flatMap(p -> switch (p.role()) {
      case COMPONENT -> Optional.of(columns.get(p.name()));
      case ENVIRONMENT -> Optional.of(columns.get("environment"));
      case LINE, BARRIER -> Optional.empty();
    });
  }

  private void add(StoryStep step) {
    Optional<Integer> from = column(step.from());
    Optional<Integer> to = column(step.to());
    String place = Places.display(step.spans(), glyphs.to());
    if (from.isPresent() && to.isPresent() && !from.equals(to)) {
      rows.add(new ChartRow.Arrow(from.get(), to.get(), label(step), place));
    } else if (from.isPresent() || to.isPresent()) {
      int column = from.orElseGet(to::get);
      rows.add(new ChartRow.Note(column, note(step, column), place));
    } else {
      rows.add(new ChartRow.Divider(step.text()));
    }
  }

  private static String label(StoryStep step) {
    String value = step.value().map(ShortValue::of).orElse("");
    return value.isEmpty() ? step.to().map(Party::port).filter(port -> !port.isEmpty())
        .or(() -> step.from().map(Party::port)).orElse("") : value;
  }

  /// Returns the step in words, without the name that stands over its column anyway.
  private String note(StoryStep step, int column) {
    String name = columns().get(column);
    String text = step.text();
    return text.startsWith(name + " ") || text.startsWith(name + ".") ? text.substring(name.length() + 1)
        : text;
  }

  private void add(Waiter waiter) {
    rows.add(new ChartRow.Stuck(columns.get(waiter.name()), "wants to " + waiter.action(),
        Places.display(List.of(waiter.span()), glyphs.to())));
  }
}
