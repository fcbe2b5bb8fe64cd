package org.graphline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.verdict.ProofAccount;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.cli.console.Outcome;

/// What the check of one network found out, with a name for each finding.
///
/// @param file   the file the check stands in, or the graph if there is no check
/// @param line   the line the check stands at; 0 if it is a default
/// @param title  the title of a scenario
/// @param names  for each of the report's verdicts its name if it is a violation
/// @param traces for each of the report's verdicts where its story was written, if it was
/// @param tried  for each of the report's verdicts the repairs that were tried, if any were
/// @param accounts for each of the report's verdicts why it is so, if it was asked and there is a proof that tells
/// @param coverage the networks that the report speaks of, if it is not one, `all n >= 2`
public record CheckedNetwork(String file, int line, Optional<String> title, Report report,
    List<Optional<String>> names, List<Optional<String>> traces, List<Optional<Tried>> tried,
    List<Optional<ProofAccount>> accounts, Optional<String> coverage) {
  public CheckedNetwork {
    tried = List.copyOf(tried);
    accounts = List.copyOf(accounts);
    names = List.copyOf(names);
    traces = List.copyOf(traces);
  }

  /// Returns the check's results, violations named by `findings`, nothing written yet.
  public static CheckedNetwork of(String file, int line, Optional<String> title, Report report,
      Findings findings) {
    var names = new ArrayList<Optional<String>>();
    var traces = new ArrayList<Optional<String>>();
    for (Verdict verdict : report.verdicts()) {
      names.add(verdict instanceof Verdict.Violated violated ? Optional.of(findings.name(violated))
          : Optional.empty());
      traces.add(Optional.empty());
    }
    List<Optional<Tried>> nothing = report.verdicts().stream().map(_ -> Optional.<Tried>empty()).toList();
    List<Optional<ProofAccount>> untold = report.verdicts().stream().map(_ -> Optional.<ProofAccount>empty()).toList();
    return new CheckedNetwork(file, line, title, report, names, traces, nothing, untold, Optional.empty());
  }

  /// Returns these results, saying where the stories were written.
  public CheckedNetwork traces(List<Optional<String>> files) {
    return new CheckedNetwork(file, line, title, report, names, files, tried, accounts, coverage);
  }

  /// Returns these results with the repairs that were tried.
  public CheckedNetwork tried(List<Optional<Tried>> repairs) {
    return new CheckedNetwork(file, line, title, report, names, traces, repairs, accounts, coverage);
  }

  /// Returns these results with the reasons of proofs.
  public CheckedNetwork accounts(List<Optional<ProofAccount>> reasons) {
    return new CheckedNetwork(file, line, title, report, names, traces, tried, reasons, coverage);
  }

  /// Returns these results of more networks than one.
  public CheckedNetwork coverage(Optional<String> networks) {
    return new CheckedNetwork(file, line, title, report, names, traces, tried, accounts, networks);
  }

  /// Returns how it came out over all its properties.
  public Outcome outcome() {
    return report.verdicts().stream().map(CheckedNetwork::outcome).reduce(Outcome.AS_EXPECTED, Outcome::and);
  }

  /// Returns how one property came out.
  public static Outcome outcome(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Undecided _ -> Outcome.UNKNOWN;
      case Verdict.Holds _, Verdict.Violated _ ->
          verdict.isAsExpected() ? Outcome.AS_EXPECTED : Outcome.NOT_AS_EXPECTED;
    };
  }

  /// Returns the property as it was claimed, `not` included.
  public static String claimed(Verdict verdict) {
    return (verdict.claim().negated() ? "not " : "") + verdict.claim().text();
  }
}
