package org.graphline.checker;

import java.util.List;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Statistics;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.source.Span;

/// Checks networks.
public final class Checker {
  private Checker() {}

  /// Returns what is found out about the claims, and about `error free`, of `network`.
  public static Report check(Network network, List<Claim> claims, Options options, Progress progress) {
    var statistics = new Statistics("none", 0, 0, 0, 0, 0, false);
    List<Verdict> verdicts = claims.stream().<Verdict>map(c -> undecided(c, statistics)).toList();
    var implicit = new Claim(new Property.ErrorFree(), false, "error free", Span.BUILT_IN);
    return new Report(network, verdicts, undecided(implicit, statistics), statistics);
  }

  private static Verdict undecided(Claim claim, Statistics statistics) {
    return new Verdict.Undecided(claim, new Reason.StateLimit(0, List.of()), statistics, List.of());
  }
}
