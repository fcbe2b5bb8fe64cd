package org.graphline.conformance.crosscheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.conformance.naive.NaiveJudge;
import org.graphline.conformance.naive.NaiveSpace;
import org.graphline.conformance.naive.TooManyPairs;
import org.graphline.dsl.Analysis;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.dsl.format.Formatter;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;

/// One program, looked at by everybody.
public final class Comparison {
  private static final int LAYOUT_EVERY = 8;

  private final int mostStates;
  private final Set<Way> looks;
  private final List<String> disagreements = new ArrayList<>();
  private final List<String> verdicts = new ArrayList<>();
  private final Map<String, Integer> ways = new HashMap<>();
  private int states;

  /// What a comparison found out.
  public enum Kind {
    /// Everybody said the same.
    AGREE,
    /// Somebody said something else.
    DISAGREE,
    /// The state space is larger than is looked at.
    TOO_LARGE,
    /// The program does not compile.
    REJECTED
  }

  /// @param details  the disagreements, or why the program does not compile
  /// @param verdicts what was found out of each claim, `terminates: fails`
  /// @param states   of the unreduced space
  /// @param ways     how many verdicts were compared of each way to explore
  public record Result(Kind kind, List<String> details, List<String> verdicts, int states, Map<String, Integer> ways) {}

  private Comparison(int mostStates, Set<Way> looks) {
    this.mostStates = mostStates;
    this.looks = looks;
  }

  /// Returns what comes out for `text`, looked at in each of `looks`, if its networks have at most so many states.
  static Result of(String text, int mostStates, Set<Way> looks) {
    var comparison = new Comparison(mostStates, looks);
    try {
      return comparison.compare(new SourceFile("random.graphline", text));
    } catch (TooManyPairs _) {
      return new Result(Kind.TOO_LARGE, List.of(), List.of(), comparison.states, Map.of());
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      var trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      return new Result(Kind.DISAGREE, List.of(trace.toString()), List.of(), comparison.states,
          Map.of());
    }
  }

  /// Returns what comes out for the claims of a network, if it has at most so many states.
  public static Result of(Network network, List<Claim> claims, int mostStates) {
    var comparison = new Comparison(mostStates, Way.all());
    Kind kind = comparison.compareVerdicts(network, claims) ? Kind.AGREE : Kind.TOO_LARGE;
    return new Result(comparison.disagreements.isEmpty() ? kind : Kind.DISAGREE, comparison.disagreements,
        comparison.verdicts, comparison.states, comparison.ways);
  }

  private Result compare(SourceFile source) {
    Analysis analysis = Frontend.analyze(List.of(source));
    if (analysis.program().isEmpty()) {
      return new Result(Kind.REJECTED, errors(analysis.diagnostics()), List.of(), 0, Map.of());
    }
    if (source.text().length() % LAYOUT_EVERY == 0) {
      compareLayout(source);
    }
    Optional<Network> network = Optional.empty();
    var claims = new ArrayList<Claim>();
    for (var check : Frontend.checks(analysis.program().get())) {
      for (Elaboration elaboration : Frontend.elaborate(analysis.program().get(), check)) {
        if (elaboration.network().isEmpty()) {
          return new Result(Kind.REJECTED, errors(elaboration.diagnostics()),
              List.of(), 0, Map.of());
        }
        network = elaboration.network();
        claims.addAll(elaboration.claims());
      }
    }
    Kind kind = network.isEmpty() || compareVerdicts(network.get(), claims) ? Kind.AGREE : Kind.TOO_LARGE;
    return new Result(disagreements.isEmpty() ? kind : Kind.DISAGREE, disagreements, verdicts, states,
        ways);
  }

  private static List<String> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(Diagnostic::isError)
        .map(d -> d.id() + " at " + d.primary().span().place() + ": " + d.message()).toList();
  }

  /// The formatter changes nothing but space, and nothing at all the second time.
  private void compareLayout(SourceFile source) {
    String once = Formatter.format(source).text().orElseThrow();
    String twice = Formatter.format(new SourceFile("formatted.graphline", once)).text().orElse("does not parse");
    expect(once.replaceAll("\\s", "").equals(source.text().replaceAll("\\s", "")), "formatting changes the program");
    expect(once.equals(twice), "formatting twice differs from formatting once");
  }

  private void expect(boolean condition, String otherwise) {
    if (!condition) {
      disagreements.add(otherwise);
    }
  }

  private boolean compareVerdicts(Network network, List<Claim> claims) {
    var prepared = new Prepared(network, Timers.ANY);
    Optional<NaiveSpace> space = NaiveSpace.of(Semantics.of(network, Timers.ANY), mostStates);
    if (space.isEmpty()) {
      return false;
    }
    states = space.get().size();
    var judge = new NaiveJudge(space.get());
    disagreements.addAll(new Invariants(space.get(), judge).broken());
    claims.forEach(c -> verdicts.add(c.property().getClass().getSimpleName() + " " + word(judge, c.property())));
    for (Way way : looks) {
      List<Claim> asked = claims.stream().filter(way::asks).toList();
      Report report = Checker.check(prepared, asked, way.options(), Progress.SILENT);
      // Of an error state packed states keep that there is an error, and not all of what else the model has there.
      boolean counts = !way.isReduced()
          && (way.stepsTheModel() || judge.holds(new Property.ErrorFree()));
      expect(!counts || report.statistics().states() == states,
          way + " finds " + report.statistics().states() + " states, there are " + states);
      compare(judge, report.errorFree(), way);
      report.claimed().forEach(v -> compare(judge, v, way));
    }
    return true;
  }

  private void compare(NaiveJudge judge, Verdict verdict, Way way) {
    Claim claim = verdict.claim();
    if (verdict instanceof Verdict.Undecided(_, Reason.MemoryLimit _, _, _)) {
      ways.merge(way + " gave up for want of memory,", 1, Integer::sum);
      return;
    }
    ways.merge(way.name(), 1, Integer::sum);
    String right = word(judge, claim.property());
    expect(right.equals(word(verdict)), claim.text() + ": naive " + right + ", " + way + " " + word(verdict));
    int shortest = switch (claim.property()) {
      case Property.DeadlockFree _ -> judge.shortestDeadlock();
      case Property.ErrorFree _ -> judge.shortestError();
      default -> -1;
    };
    if (shortest >= 0 && verdict instanceof Verdict.Violated(_, var story, _, _)) {
      expect(story.length() == shortest || way.isReduced() && !story.shortest(),
          claim.text() + ": shortest is " + shortest + ", " + way + " has " + story.length());
    }
  }

  private static String word(NaiveJudge judge, Property property) {
    return judge.holds(property) ? "holds" : "fails";
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds _ -> "holds";
      case Verdict.Violated _ -> "fails";
      case Verdict.Undecided _ -> "unknown";
    };
  }
}
