package org.graphline.testing.claims;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.input.FamilyCheck;
import org.graphline.cli.input.SpecFiles;
import org.graphline.cli.input.Specification;
import org.graphline.cli.input.Unit;
import org.graphline.cli.input.Units;
import org.graphline.cli.report.Findings;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticRenderer;
import org.graphline.dsl.diagnostic.Style;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.dsl.elaborate.Family;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.source.Span;
import org.graphline.model.term.Check;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/// Makes dynamic tests of what specifications claim.
public final class ClaimNodes {
  private final Options options;
  private final boolean unknownAborts;
  private final Findings findings = new Findings();

  private ClaimNodes(Options options, boolean unknownAborts) {
    this.options = options;
    this.unknownAborts = unknownAborts;
  }

  /// Returns the tests, grouped by network.
  ///
  /// @param names         files and folders
  /// @param unknownAborts whether a test of which nothing is known is aborted rather than failed
  public static Stream<DynamicNode> of(List<String> names, Options options, boolean unknownAborts) {
    var nodes = new ClaimNodes(options, unknownAborts);
    var files = new SpecFiles(World.real());
    try {
      List<String> found = names.stream().map(SpecPaths::find).toList();
      List<DynamicNode> all = Units.of(files, files.read(found)).stream()
          .flatMap(unit -> nodes.of(Specification.of(unit)).stream()).toList();
      return all.isEmpty() ? Stream.of(failing(String.join(", ", names), "it claims nothing: there is no graph"))
          : all.stream();
    } catch (WrongUsage wrong) {
      return Stream.of(failing(String.join(", ", names), wrong.getMessage()));
    }
  }

  private static DynamicTest failing(String name, String message) {
    return dynamicTest(name, () -> {
      throw new AssertionError(message);
    });
  }

  private List<DynamicNode> of(Specification specification) {
    if (specification.program().isEmpty()) {
      return List.of(broken(specification, specification.diagnostics()));
    }
    var nodes = new ArrayList<DynamicNode>();
    for (Check check : specification.checks()) {
      Optional<Family> family = specification.family(check);
      if (family.isPresent()) {
        nodes.add(container(specification, check, family.get()));
        continue;
      }
      for (Elaboration elaboration : specification.elaborate(check)) {
        nodes.add(elaboration.network().isEmpty() ? broken(specification, elaboration.diagnostics())
            : container(specification, check, elaboration.network().get().display(), elaboration.claims(),
                () -> report(elaboration)));
      }
    }
    return nodes;
  }

  private Report report(Elaboration elaboration) {
    return Checker.check(elaboration.network().orElseThrow(), elaboration.claims(), options, Progress.SILENT);
  }

  /// One container for all sizes.
  private DynamicNode container(Specification specification, Check check, Family family) {
    List<Elaboration> looked = FamilyCheck.looked(family);
    return looked.stream().filter(e -> e.network().isEmpty()).findFirst()
        .<DynamicNode>map(e -> broken(specification, e.diagnostics()))
        .orElseGet(() -> container(specification, check, check.graph().simple() + "(" + family.parameter() + " in "
            + family.first() + "..)", looked.getFirst().claims(),
            () -> FamilyCheck.of(family, this::report, options).report()));
  }

  /// A specification that does not compile is one test that fails, at the place of its first error.
  private static DynamicTest broken(Specification specification, List<Diagnostic> diagnostics) {
    List<Diagnostic> errors = diagnostics.stream().filter(Diagnostic::isError).toList();
    var style = new Style(Style.Characters.ALL, Style.Colors.OFF);
    String text = new DiagnosticRenderer(style, specification::source).render(errors);
    return test(specification.unit(), String.join(", ", specification.unit().names()) + " compiles",
        errors.getFirst().primary().span(), () -> {
          throw new AssertionError("it does not compile\n\n" + text);
        });
  }

  private DynamicContainer container(Specification specification, Check check, String networks, List<Claim> claims,
      Supplier<Report> judging) {
    var checking = new Checking(specification, check, judging, options, findings);
    var tests = new ArrayList<DynamicNode>();
    for (int i = 0; i < claims.size(); i++) {
      int position = i;
      Claim claim = claims.get(i);
      String name = (claim.negated() ? "not " : "") + claim.text();
      tests.add(test(specification.unit(), name, claim.span(),
          () -> judge(checking, checking.report().claimed().get(position))));
    }
    if (claims.stream().noneMatch(c -> c.property() instanceof Property.ErrorFree)) {
      tests.add(test(specification.unit(), "error free", check.span(),
          () -> judge(checking, checking.report().errorFree())));
    }
    String name = networks + checking.title().map(t -> ": " + t).orElse("");
    return source(specification.unit(), check.span()).map(uri -> dynamicContainer(name, uri, tests.stream()))
        .orElseGet(() -> dynamicContainer(name, tests));
  }

  private void judge(Checking checking, Verdict verdict) {
    if (verdict instanceof Verdict.Undecided) {
      String text = checking.tell(verdict);
      if (unknownAborts) {
        Assumptions.abort(text);
      }
      throw new AssertionError(text);
    }
    if (!verdict.isAsExpected()) {
      throw new AssertionError(checking.tell(verdict));
    }
  }

  private static DynamicTest test(Unit unit, String name, Span span, Executable body) {
    return source(unit, span).map(uri -> dynamicTest(name, uri, body)).orElseGet(() -> dynamicTest(name, body));
  }

  /// Returns the address of a place: the file, and its line as JUnit reads it.
  private static Optional<URI> source(Unit unit, Span span) {
    return unit.files().stream().filter(f -> f.source().name().equals(span.file())).findFirst()
        .map(f -> URI.create(f.path().toUri() + "?line=" + span.line() + "&column=" + span.column()));
  }
}
