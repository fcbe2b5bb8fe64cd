package org.graphline.cli.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.dsl.Analysis;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.dsl.elaborate.Family;
import org.graphline.model.source.SourceFile;
import org.graphline.model.term.Check;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;

/// One unit, analyzed.
public final class Specification {
  private final Unit unit;
  private final Analysis analysis;

  private Specification(Unit unit, Analysis analysis) {
    this.unit = unit;
    this.analysis = analysis;
  }

  /// Returns what the files of `unit` say.
  public static Specification of(Unit unit) {
    return new Specification(unit, Frontend.analyze(unit.sources()));
  }

  /// Returns the files.
  public Unit unit() {
    return unit;
  }

  /// Returns what the front end found out about the files.
  public Analysis analysis() {
    return analysis;
  }

  /// Returns what is wrong with the files, those that were not asked for included.
  public List<Diagnostic> diagnostics() {
    return analysis.diagnostics();
  }

  /// Returns the program; empty if there are errors.
  public Optional<Program> program() {
    return analysis.program();
  }

  /// Returns the checks, written or by default, of the files asked for.
  public List<Check> checks() {
    return analysis.program().map(Frontend::checks).orElse(List.of()).stream()
        .filter(c -> unit.isGiven(c.span().file())).toList();
  }

  /// Returns one elaboration for each combination of the arguments of `check`.
  public List<Elaboration> elaborate(Check check) {
    return Frontend.elaborate(analysis.program().orElseThrow(), check);
  }

  /// Returns the networks of a check over an open range; nothing if it is none.
  public Optional<Family> family(Check check) {
    return Frontend.family(analysis.program().orElseThrow(), check);
  }

  /// Returns the elaboration of `graph` with these arguments, defaults filled in.
  public Elaboration elaborate(Graph graph, Map<String, String> arguments) {
    return Frontend.elaborate(analysis.program().orElseThrow(), graph.name(), arguments);
  }

  /// Returns the text of the file called `name`, if it is one of the unit's.
  public Optional<SourceFile> source(String name) {
    return unit.sources().stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
