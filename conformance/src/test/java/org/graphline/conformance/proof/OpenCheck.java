package org.graphline.conformance.proof;

import java.util.ArrayList;
import java.util.List;
import org.graphline.checker.AllSizes;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.dsl.elaborate.Family;
import org.graphline.dsl.elaborate.Family.Growth;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Check;
import org.graphline.model.term.Program;

/// A check over an open range, with all that is needed to hold it against single networks.
record OpenCheck(Program program, Check check, Family family) {

  /// Returns the first check of a text.
  static OpenCheck of(String text) {
    var analysis = Frontend.analyze(List.of(new SourceFile("family.graphline", text)));
    Program program = analysis.program().orElseThrow(() -> new AssertionError(analysis.diagnostics() + "\n" + text));
    Check check = Frontend.checks(program).getFirst();
    return new OpenCheck(program, check, Frontend.family(program, check).orElseThrow());
  }

  static Options options() {
    return Options.withClock(System::nanoTime).threads(1);
  }

  private static Report check(Elaboration one, Options options) {
    var network = one.network().orElseThrow(() -> new AssertionError(one.diagnostics().toString()));
    return Checker.check(network, one.claims(), options, Progress.SILENT);
  }

  /// Returns the report on the first small network that violates something, or on all sizes.
  Report judge() {
    return judge(options());
  }

  /// Returns the report on the first small network that violates something, or on all sizes.
  Report judge(Options options) {
    var small = new ArrayList<Report>();
    for (Elaboration one : family.small()) {
      Report report = check(one, options);
      if (report.verdicts().stream().anyMatch(Verdict.Violated.class::isInstance)) {
        return report;
      }
      small.add(report);
    }
    return large(small, options);
  }

  /// Returns the report on all sizes, all small ones being as in `small`.
  Report large(List<Report> small) {
    return large(small, options());
  }

  private Report large(List<Report> small, Options options) {
    Elaboration some = family.growth() instanceof Growth.Uniform uniform ? uniform.samples().getFirst()
        : family.small().getLast();
    AllSizes.Large large = switch (family.growth()) {
      case Growth.Ended _ -> new AllSizes.Large.None();
      case Growth.Irregular(String why, _) -> new AllSizes.Large.Unknown(why);
      case Growth.Uniform(int from, int low, int high, var samples, int size) -> new AllSizes.Large.Row(from,
          samples.get(0).network().orElseThrow(), samples.get(1).network().orElseThrow(), low, size + high);
    };
    return AllSizes.judge(new AllSizes.Family(family.parameter(), family.first(), some.network().orElseThrow(),
        some.claims()), small, large, options, Progress.SILENT);
  }

  /// Returns what the search of all states says of one size.
  Verdict searched(String text, int size, long maxStates) {
    String closed = text.replaceAll(family.parameter() + " in \\d+\\.\\.", family.parameter() + " = " + size);
    Program one = Frontend.analyze(List.of(new SourceFile("family.graphline", closed))).program().orElseThrow();
    Elaboration elaboration = Frontend.elaborate(one, Frontend.checks(one).getFirst()).getFirst();
    return check(elaboration, options().engine(Options.Engine.SEARCH).maxStates(maxStates)).claimed().getFirst();
  }
}
