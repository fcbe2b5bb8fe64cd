package org.graphline.lsp.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.graphline.checker.verdict.Certainty;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.lsp.feature.Diagnosing;
import org.graphline.lsp.project.Analyzed;
import org.graphline.model.network.Network;
import org.graphline.model.source.Span;

/// What a check found out, as diagnostics at the claims: what is not as expected is an error, with who waits for whom as
/// related places; what is unknown is a warning. What is as expected says nothing.
public final class FindingDiagnostics {

  /// What these diagnostics say they come from.
  public static final String SOURCE = "graphline check";

  private final Analyzed analyzed;
  private final Diagnosing places;

  /// @param uris the name that the editor has for a file
  public FindingDiagnostics(Analyzed analyzed, Function<Path, String> uris) {
    this.analyzed = analyzed;
    this.places = new Diagnosing(analyzed, uris);
  }

  /// Returns the diagnostics by file.
  public Map<Path, List<Diagnostic>> of(List<Report> reports) {
    var byFile = new LinkedHashMap<Path, List<Diagnostic>>();
    for (var report : reports) {
      for (var verdict : report.verdicts()) {
        switch (verdict) {
          case Verdict.Violated(_, var story, _, _) when !verdict.isAsExpected() -> add(byFile, verdict,
              DiagnosticSeverity.Error, story.finding().code(), told(verdict, story, report.network()), related(story, report.network()));
          case Verdict.Undecided(_, var reason, _, _) -> add(byFile, verdict, DiagnosticSeverity.Warning, "unknown",
              claimed(verdict) + " is unknown: " + reason.display(), List.of());
          case Verdict.Holds _ when !verdict.isAsExpected() -> add(byFile, verdict, DiagnosticSeverity.Error, "holds",
              claimed(verdict) + ": it holds", List.of());
          case Verdict.Violated _, Verdict.Holds _ -> { }
        }
      }
    }
    return byFile;
  }

  private static String claimed(Verdict verdict) {
    return "`" + (verdict.claim().negated() ? "not " : "") + verdict.claim().text() + "`";
  }

  private static String told(Verdict verdict, Counterexample story, Network network) {
    return story.finding().title() + ", " + (story.certainty() == Certainty.CERTAIN ? "certain" : "possible")
        + ", after " + story.length() + (story.length() == 1 ? " step" : " steps") + " in " + network.display()
        + ", claimed: " + claimed(verdict)
        + story.explanation().sentences().stream().map(s -> "\n" + s).collect(Collectors.joining());
  }

  /// Those on the cycle in its order, then whoever else is stuck.
  private List<DiagnosticRelatedInformation> related(Counterexample story, Network network) {
    var stuck = story.waits().waiters().stream().filter(w -> !w.rests()).toList();
    var ordered = new ArrayList<Waiter>();
    story.waits().cycle().forEach(i -> stuck.stream().filter(w -> w.instance() == i).forEach(ordered::add));
    stuck.stream().filter(w -> !ordered.contains(w)).forEach(ordered::add);
    var related = new ArrayList<DiagnosticRelatedInformation>();
    ordered.forEach(w -> places.location(w.span()).ifPresent(location ->
        related.add(new DiagnosticRelatedInformation(location, waits(w, network)))));
    return related;
  }

  private static String waits(Waiter waiter, Network network) {
    String whom = waiter.waitsFor().stream().map(i -> network.instances().get(i).name().display()).distinct()
        .collect(Collectors.joining(", "));
    return waiter.name() + " wants to " + waiter.action() + (whom.isEmpty() ? "" : " and waits for " + whom);
  }

  private void add(Map<Path, List<Diagnostic>> byFile, Verdict verdict, DiagnosticSeverity severity, String code,
      String message, List<DiagnosticRelatedInformation> related) {
    Span span = verdict.claim().span();
    analyzed.file(span.file()).ifPresent(file -> places.location(span).ifPresent(location -> {
      var diagnostic = new Diagnostic(location.getRange(), message, severity, SOURCE, code);
      if (!related.isEmpty()) {
        diagnostic.setRelatedInformation(related);
      }
      byFile.computeIfAbsent(file.path(), _ -> new ArrayList<>()).add(diagnostic);
    }));
  }
}
