package org.graphline.conformance.crosscheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Options.Reduction;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.reduction.Technique;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.conformance.naive.NaiveJudge;
import org.graphline.conformance.naive.NaiveSpace;
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
  /// Memory for one search: so much that the checker never has to find out how much there really is.
  private static final long PLENTY = 128L << 20;
  private static final int LAYOUT_EVERY = 8;

  private final int mostStates;
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

  private Comparison(int mostStates) {
    this.mostStates = mostStates;
  }

  /// Returns what comes out for `text`, if its networks have at most so many states.
  public static Result of(String text, int mostStates) {
    var comparison = new Comparison(mostStates);
    try {
      return comparison.compare(new SourceFile("random.graphline", text));
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      var trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      return new Result(Kind.DISAGREE, List.of(trace.toString()), List.of(), comparison.states,
          Map.of());
    }
  }

  /// Returns what comes out for the claims of a network, if it has at most so many states.
  public static Result of(Network network, List<Claim> claims, int mostStates) {
    var comparison = new Comparison(mostStates);
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
    for (Way way : Way.values()) {
      List<Claim> asked = claims.stream().filter(way::asks).toList();
      Report report = Checker.check(prepared, asked, way.options(), Progress.SILENT);
      // Of an error state packed states keep that there is an error, and not all of what else the model has there.
      boolean counts = way.reduction == Reduction.NONE
          && (way.steps == Options.Steps.MODEL || judge.holds(new Property.ErrorFree()));
      expect(!counts || report.statistics().states() == states,
          way + " finds " + report.statistics().states() + " states, there are " + states);
      compare(judge, report.errorFree(), way);
      report.claimed().forEach(v -> compare(judge, v, way));
    }
    return true;
  }

  /// The ways to explore, each of which must come to the same verdicts.
  private enum Way {
    COMPILED(Reduction.NONE, Options.Steps.COMPILED, 1), TWO_THREADS(Reduction.NONE, Options.Steps.COMPILED, 2),
    INTERPRETED(Reduction.NONE, Options.Steps.INTERPRETED, 1), MODEL(Reduction.NONE, Options.Steps.MODEL, 1),
    CONFLUENT(Reduction.CONFLUENCE, Options.Steps.COMPILED, 1),
    CONFLUENT_TWO_THREADS(Reduction.CONFLUENCE, Options.Steps.COMPILED, 2),
    CONFLUENT_INTERPRETED(Reduction.CONFLUENCE, Options.Steps.INTERPRETED, 1),
    CONFLUENT_MODEL(Reduction.CONFLUENCE, Options.Steps.MODEL, 1),
    STUBBORN(Reduction.STUBBORN, Options.Steps.COMPILED, 1),
    STUBBORN_TWO_THREADS(Reduction.STUBBORN, Options.Steps.COMPILED, 2),
    /// As the command line does where nobody is named.
    SYMMETRIC(Reduction.STUBBORN, Options.Steps.COMPILED, 2),
    CONFLUENT_SYMMETRIC(Reduction.CONFLUENCE, Options.Steps.COMPILED, 2);

    private final Reduction reduction;
    private final Options.Steps steps;
    private final int threads;

    Way(Reduction reduction, Options.Steps steps, int threads) {
      this.reduction = reduction;
      this.steps = steps;
      this.threads = threads;
    }

    private boolean isSymmetric() {
      return this == SYMMETRIC || this == CONFLUENT_SYMMETRIC;
    }

    /// Several threads search for what single states decide.
    boolean asks(Claim claim) {
      return isSymmetric() ? Technique.SYMMETRY.preserves(List.of(claim.property()))
          : threads == 1 || isSafety(claim);
    }

    Options options() {
      return Options.withClock(System::nanoTime).reduction(reduction).steps(steps).threads(threads).grain(2)
          .symmetry(isSymmetric()).maxBytes(PLENTY);
    }
  }

  /// Single states decide: what several threads search for.
  private static boolean isSafety(Claim claim) {
    return switch (claim.property()) {
      case Property.DeadlockFree _, Property.ErrorFree _, Property.Always _, Property.Never _ -> true;
      default -> false;
    };
  }

  private void compare(NaiveJudge judge, Verdict verdict, Way way) {
    Claim claim = verdict.claim();
    boolean expected = judge.holds(claim.property());
    if (verdict instanceof Verdict.Undecided(_, Reason.MemoryLimit _, _, _)) {
      ways.merge(way + " gave up for want of memory,", 1, Integer::sum);
      return;
    }
    ways.merge(way.name(), 1, Integer::sum);
    if (way == Way.COMPILED) {
      verdicts.add(claim.property().getClass().getSimpleName() + (expected ? " holds" : " fails"));
    }
    String right = expected ? "holds" : "fails";
    expect(right.equals(word(verdict)), claim.text() + ": naive " + right + ", " + way + " " + word(verdict));
    int shortest = switch (claim.property()) {
      case Property.DeadlockFree _ -> judge.shortestDeadlock();
      case Property.ErrorFree _ -> judge.shortestError();
      default -> -1;
    };
    if (shortest >= 0 && verdict instanceof Verdict.Violated(_, var story, _, _)) {
      expect(story.length() == shortest || way.reduction != Reduction.NONE && !story.shortest(),
          claim.text() + ": shortest is " + shortest + ", " + way + " has " + story.length());
    }
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds _ -> "holds";
      case Verdict.Violated _ -> "fails";
      case Verdict.Undecided _ -> "unknown";
    };
  }
}
