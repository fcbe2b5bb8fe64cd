package org.graphline.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.graphline.checker.AllSizes;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.dsl.elaborate.Family;

/// The check of all networks of an open range: small ones one by one, up to the first that is not as claimed, and
/// the rest at once.
public final class FamilyCheck {
  private FamilyCheck() {}

  /// What was found out.
  ///
  /// @param report   on the first small network that violates something, or on all
  /// @param coverage the networks it speaks of, if they are all
  public record Result(Report report, Optional<String> coverage) {}

  /// Returns all networks that are looked at; each must have been made without errors to be checked.
  public static List<Elaboration> looked(Family family) {
    var all = new ArrayList<Elaboration>(family.small());
    if (family.growth() instanceof Family.Growth.Uniform uniform) {
      all.addAll(uniform.samples());
    }
    return all;
  }

  /// Checks a family all of whose networks could be made.
  ///
  /// @param one checks one network
  public static Result of(Family family, Function<Elaboration, Report> one, Options options) {
    var small = new ArrayList<Report>();
    for (Elaboration elaboration : family.small()) {
      Report report = one.apply(elaboration);
      if (report.verdicts().stream().anyMatch(Verdict.Violated.class::isInstance)) {
        return new Result(report, Optional.empty());
      }
      small.add(report);
    }
    Elaboration some = looked(family).getLast();
    var claimed = new AllSizes.Family(family.parameter(), family.first(), some.network().orElseThrow(), some.claims());
    AllSizes.Large large = switch (family.growth()) {
      case Family.Growth.Ended _ -> new AllSizes.Large.None();
      case Family.Growth.Irregular(String why, var place) -> new AllSizes.Large.Unknown(why + ", " + place.place());
      case Family.Growth.Uniform(int from, int low, int high, var samples, int size) -> new AllSizes.Large.Row(from,
          samples.get(0).network().orElseThrow(), samples.get(1).network().orElseThrow(), low, size + high);
    };
    return new Result(AllSizes.judge(claimed, small, large, options, Progress.SILENT), Optional.of(claimed.coverage()));
  }
}
