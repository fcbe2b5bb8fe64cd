package org.graphline.cli.report;

import java.util.Locale;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.model.network.Network;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Why a graph is deadlock free, as JSON.
final class AccountJson {
  private AccountJson() {}

  static ObjectNode of(Network network, ProofAccount account) {
    ObjectNode node = Json.NODES.objectNode();
    node.put("argument", account.argument());
    ArrayNode groups = node.putArray("groups");
    for (ProofAccount.Group group : account.groups()) {
      ObjectNode one = groups.addObject();
      one.put("ground", group.ground().name().toLowerCase(Locale.ROOT));
      ArrayNode components = one.putArray("components");
      group.components().forEach(i -> components.add(network.instances().get(i).name().display()));
      one.put("sentence", group.sentence());
    }
    node.put("excludedBy", account.excludedBy().isEmpty() ? null : account.excludedBy());
    ArrayNode near = node.putArray("nearMisses");
    for (WaitForGraph waits : account.nearMisses()) {
      ObjectNode one = near.addObject();
      ArrayNode cycle = one.putArray("cycle");
      waits.cycle().forEach(i -> cycle.add(network.instances().get(i).name().display()));
      one.set("stuck", StoryJson.stuck(network, waits));
    }
    return node;
  }
}
