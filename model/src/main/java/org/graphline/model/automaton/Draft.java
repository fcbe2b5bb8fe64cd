package org.graphline.model.automaton;

import java.util.ArrayList;
import java.util.List;
import org.graphline.model.automaton.ProcessAutomaton.CellDomain;

/// An automaton in the making: nodes are added in any order, cells grow as they are claimed.
final class Draft {
  private final List<Node> nodes = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();
  private final List<CellDomain> cells = new ArrayList<>();

  /// Adds a node and returns its position.
  int add(Node node, Site site) {
    nodes.add(node);
    sites.add(site);
    return nodes.size() - 1;
  }

  /// Returns the position of a node that [#define] will give: the head of a loop.
  int reserve(Site site) {
    return add(new Node.Stop(), site);
  }

  void define(int position, Node node) {
    nodes.set(position, node);
  }

  /// Notes that the cell at `at` and those after it hold what `domains` say, besides what they held so far.
  void claim(int at, List<CellDomain> domains) {
    for (int i = 0; i < domains.size(); i++) {
      CellDomain domain = domains.get(i);
      while (cells.size() <= at + i) {
        cells.add(new CellDomain(domain.name(), 0, 0));
      }
      CellDomain before = cells.get(at + i);
      String name = before.name().equals(domain.name()) || before.low() == 0 && before.high() == 0
          ? domain.name() : before.name() + "/" + domain.name();
      cells.set(at + i, new CellDomain(name.length() > 60 ? before.name() : name,
          Math.min(before.low(), domain.low()), Math.max(before.high(), domain.high())));
    }
  }

  /// Returns the first cell that nothing has claimed.
  int firstFree() {
    return cells.size();
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Site> sites() {
    return sites;
  }

  List<CellDomain> cells() {
    return cells;
  }
}
