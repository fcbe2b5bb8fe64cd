package org.graphline.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The results as a Markdown table, and as JSON.
final class Table {
  private static final String HEAD = """
      | network | tool | states | transitions | CPU s | 1000 states / CPU s | warm | to SPIN | bytes / state | wall s \
      | start + front end s | made first s | counts |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  private Table() {}

  /// Returns the table.
  static String of(Map<Family, List<Measured>> all) {
    var text = new StringBuilder(HEAD);
    all.forEach((family, measured) -> measured.forEach(m -> text.append(row(family, m, measured))));
    return text.toString();
  }

  private static String row(Family family, Measured m, List<Measured> all) {
    if (!m.isGood()) {
      return "| " + family + " | " + m.tool() + " | " + m.remark() + " |||||||||||\n";
    }
    String ratio = spin(all).map(s -> number(m.rate() / s.rate())).orElse("");
    return "| " + String.join(" | ", family.toString(), m.tool(), number(m.states()), number(m.transitions()),
        number(m.cpuSeconds()), number(m.rate() / 1000), m.warmRate() == 0 ? "" : number(m.warmRate() / 1000), ratio,
        number(m.bytesPerState()), number(m.wallSeconds()), number(m.setupSeconds()), number(m.generateSeconds()),
        counts(family, m)) + " |\n";
  }

  private static Optional<Measured> spin(List<Measured> all) {
    return all.stream().filter(m -> m.isGood() && m.tool().equals(Spin.Way.DFS.label())).findFirst();
  }

  /// Whether as many states were found as the family has.
  private static String counts(Family family, Measured m) {
    if (family.states().equals(OptionalLong.of(m.states()))
        && family.transitions().equals(OptionalLong.of(m.transitions()))) {
      return "equal";
    }
    return family.states().isPresent() && m.states() < family.states().getAsLong() ? "reduced" : "DIFFER";
  }

  /// Returns one line about one family.
  static String brief(List<Measured> measured) {
    return measured.stream().map(m -> m.tool() + " " + (m.isGood()
        ? number(m.states()) + " states, " + number(m.cpuSeconds()) + " s" : m.remark())).collect(Collectors.joining("; "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f",
        value);
  }

  /// Returns everything as JSON.
  static String json(Map<Family, List<Measured>> all) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("processors", Runtime.getRuntime().availableProcessors());
    root.put("java", System.getProperty("java.vm.version"));
    var rows = root.putArray("rows");
    all.forEach((family, measured) -> measured.forEach(m -> rows.addObject()
        .put("network", family.name()).put("size", family.size()).put("check", family.check()).put("tool", m.tool())
        .put("states", m.states()).put("transitions", m.transitions()).put("cpuSeconds", m.cpuSeconds())
        .put("warmCpuSeconds", m.warmSeconds()).put("wallSeconds", m.wallSeconds())
        .put("setupCpuSeconds", m.setupSeconds()).put("generateCpuSeconds", m.generateSeconds())
        .put("bytesPerState", m.bytesPerState()).put("remark", m.remark())));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
