package org.graphline.cli.page;

import org.graphline.cli.console.Words;
import org.graphline.cli.draw.Drawing;
import org.graphline.cli.report.CheckedNetwork;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Network;
import org.graphline.model.source.Span;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A checked network for the page: its drawing, and who its desks are; or why it is not drawn.
final class NetworkJson {
  private NetworkJson() {}

  static ObjectNode of(CheckedNetwork checked) {
    Network network = checked.report().network();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", network.display());
    node.put("components", network.instances().size());
    if (!isDrawn(network)) {
      node.put("notDrawn", Words.count(network.instances().size(), "component") + " are too many to draw: at most "
          + Words.number(Drawing.MOST_DESKS) + " are.");
      return node;
    }
    ArrayNode desks = node.putArray("desks");
    for (Instance instance : network.instances()) {
      ObjectNode desk = desks.addObject().put("name", instance.name().display())
          .put("component", instance.behavior().component().name().simple());
      if (!instance.span().equals(Span.BUILT_IN)) {
        desk.put("file", instance.span().file()).put("line", instance.span().line());
      }
    }
    node.put("drawing", Drawing.figure(network));
    return node;
  }

  static boolean isDrawn(Network network) {
    return network.instances().size() <= Drawing.MOST_DESKS;
  }
}
