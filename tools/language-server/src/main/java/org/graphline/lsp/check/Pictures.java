package org.graphline.lsp.check;

import java.util.List;
import java.util.Map;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.draw.Drawing;
import org.graphline.cli.input.GraphChoice;
import org.graphline.lsp.project.Snapshot.Located;

/// Pictures of graphs, as `graphline draw` makes them.
public final class Pictures {

  private Pictures() {}

  /// Returns the graph called `graph` as SVG; if the name is empty the one graph that no other one uses.
  ///
  /// @throws WrongUsage if there is no such graph, it does not compile, or it is too large to draw
  public static String svg(Located located, String graph) throws WrongUsage {
    var specification = located.analyzed().specification();
    var program = specification.program().orElseThrow(() -> new WrongUsage(located.name() + " does not compile"));
    var chosen = new GraphChoice(List.of(located.name()), graph, Map.of()).choose(program, specification.unit());
    var network = specification.elaborate(chosen, Map.of()).network()
        .orElseThrow(() -> new WrongUsage(chosen.name() + " cannot be wired without arguments"));
    if (network.instances().size() > Drawing.MOST_DESKS) {
      throw new WrongUsage(network.display() + " has " + network.instances().size() + " desks, too many to draw");
    }
    return Drawing.svg(network, List.of());
  }
}
