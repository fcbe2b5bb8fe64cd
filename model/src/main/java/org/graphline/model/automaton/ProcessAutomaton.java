package org.graphline.model.automaton;

import java.util.List;
import java.util.Map;
import org.graphline.model.network.Behavior;

/// A behavior unfolded: control points over a frame of integer cells.
///
/// The first `threads` cells of the frame hold the control of each thread, thread 0 being the process itself and the
/// others the branches of its `par`s; the rest hold data. A fresh frame is all zero but for thread 0, which starts at
/// `start`.
///
/// @param nodes      the control points; [#HOME] and [#FAILED] are always the first two
/// @param sites      where each node stands, by its position
/// @param cells      what each cell of the frame can hold, the control cells included
/// @param closedCell for each port element the cell that is 1 once the process has closed it; -1 if it never does
/// @param variables  where the component's `var`s live, by variable id: the position of their first cell
public record ProcessAutomaton(Behavior behavior, List<Node> nodes, List<Site> sites, int threads, int start,
    List<CellDomain> cells, List<Integer> closedCell, Map<Integer, Integer> variables) {

  /// The position of the node of a process that has gone home.
  public static final int HOME = 0;

  /// The position of the node of a process that failed.
  public static final int FAILED = 1;

  public ProcessAutomaton {
    nodes = List.copyOf(nodes);
    sites = List.copyOf(sites);
    cells = List.copyOf(cells);
    closedCell = List.copyOf(closedCell);
    variables = Map.copyOf(variables);
  }

  /// What a cell can hold: integers from `low` to `high`.
  ///
  /// @param name what it is for, in words of the source
  public record CellDomain(String name, int low, int high) {}
}
