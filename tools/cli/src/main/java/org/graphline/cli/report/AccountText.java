package org.graphline.cli.report;

import java.util.List;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.cli.console.Ink;
import org.graphline.cli.console.Words;
import org.graphline.model.network.Network;

/// Why a graph is deadlock free, in words.
final class AccountText {
  private static final int SHOWN = 3;
  private static final String INDENT = "        ";

  private AccountText() {}

  /// Returns the words, several lines.
  ///
  /// @param whole whether all near misses are shown, rather than some
  static String tell(Network network, ProofAccount account, boolean whole, Ink ink) {
    var text = new StringBuilder("   " + ink.bold("why deadlock free") + "\n");
    for (ProofAccount.Group group : account.groups()) {
      Words.wrap(group.sentence(), Words.WIDTH - INDENT.length())
          .forEach(l -> text.append(INDENT).append(ink.plain(l)).append('\n'));
    }
    List<WaitForGraph> near = account.nearMisses();
    if (near.isEmpty()) {
      return text.toString();
    }
    List<WaitForGraph> shown = whole ? near : near.subList(0, Math.min(SHOWN, near.size()));
    text.append("\n   ").append(ink.bold("near misses")).append("  ruled out only by ").append(account.excludedBy())
        .append('\n');
    shown.forEach(waits -> text.append(StoryText.cycle(network, waits, ink)));
    if (shown.size() < near.size()) {
      text.append(INDENT).append("and ").append(near.size() - shown.size()).append(" more: check --why -v\n");
    }
    return text.toString();
  }
}
