package org.graphline.cli.report;

import org.graphline.checker.verdict.Counterexample;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The sequence chart of a story as JSON: the columns by name, and the rows in order.
public final class ChartJson {
  private ChartJson() {}

  /// Returns the chart. The row of a step has its number, from 1, as `step`; a `turn` stands before the loop, and
  /// who is `stuck` comes last.
  public static ObjectNode of(Counterexample story) {
    SequenceChart chart = SequenceChart.of(story, Glyphs.UNICODE);
    ObjectNode node = Json.NODES.objectNode();
    ArrayNode columns = node.putArray("columns");
    chart.columns().forEach(columns::add);
    ArrayNode rows = node.putArray("rows");
    int steps = story.stem().size() + story.loop().size();
    int step = 1;
    for (ChartRow row : chart.rows()) {
      ObjectNode one = rows.addObject();
      if (story.isLasso() && rows.size() == story.stem().size() + 1) {
        one.put("kind", "turn").put("text", ((ChartRow.Divider) row).text());
        continue;
      }
      switch (row) {
        case ChartRow.Arrow(int from, int to, var label, _) -> one.put("kind", "arrow").put("from", from).put("to", to)
            .put("text", label);
        case ChartRow.Note(int column, var text, _) -> one.put("kind", "note").put("from", column).put("text", text);
        case ChartRow.Stuck(int column, var text, _) -> one.put("kind", "stuck").put("from", column).put("text", text);
        case ChartRow.Divider(var text) -> one.put("kind", "divider").put("text", text);
      }
      if (step <= steps) {
        one.put("step", step++);
      }
      if (!row.place().isEmpty()) {
        one.put("place", row.place());
      }
    }
    return node;
  }
}
