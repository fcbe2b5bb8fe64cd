package org.graphline.cli.repair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.checker.Checker;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Finding;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.Verdict;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.cli.report.Tried;
import org.graphline.cli.report.Tried.Result;
import org.graphline.dsl.Analysis;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.parse.Parser;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Wait;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;
import org.graphline.model.term.Check;

/// Tries changes from a closed list on a specification with a deadlock: more room on the lines of those who wait
/// for each other, what they do side by side or in another order, a call instead of two letters, `else` where
/// nobody took what was sent, and an end to waiting. Each is compiled and checked again, as asked and with
/// numbers raised by half. So a proposal that is shown to hold holds; and one that only makes room is seen to
/// fail with more to do.
public final class TrialRepairs {
  /// A repair that needs more states to be judged is unknown.
  private static final long MOST_STATES = 20_000;
  private static final int MOST_CANDIDATES = 16;

  private final Check check;
  private final Network network;
  private final Options options;

  private TrialRepairs(Check check, Network network, Options options) {
    this.check = check;
    this.network = network;
    this.options = options.maxStates(Math.min(options.maxStates(), MOST_STATES));
  }

  /// Files, and what they say.
  private record Text(List<SourceFile> files, List<SyntaxTree> trees) {

    static Text of(List<SourceFile> files) {
      return new Text(files, files.stream().map(f -> Parser.parse(f).tree()).toList());
    }
  }

  /// Returns what came of the changes that could be made.
  ///
  /// @param files   the specification
  /// @param check   the check that found the deadlock
  /// @param network the network that has it
  /// @param story   the deadlock
  /// @param options how to check; nothing is tried any more once they are called off
  public static Tried of(List<SourceFile> files, Check check, Network network, Counterexample story, Options options) {
    return new TrialRepairs(check, network, options).tryAll(Text.of(files), story);
  }

  private Tried tryAll(Text text, Counterexample story) {
    Optional<Growth> growth = Growth.of(text.trees());
    Optional<Text> grown = growth.map(g -> Text.of(Edit.apply(text.files(), g.edits())));
    List<Candidate> candidates = candidates(text, story);
    List<Candidate> again = grown.map(g -> candidates(g, story)).orElse(List.of());
    var rows = new ArrayList<Tried.Row>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Optional<Result> asked = report(text, candidate).map(TrialRepairs::result);
      if (asked.isPresent()) {
        Optional<Result> larger = asked.get() == Result.HOLDS && again.size() == candidates.size()
            ? report(grown.orElseThrow(), again.get(i)).filter(TrialRepairs::fits).map(TrialRepairs::result)
            : Optional.empty();
        rows.add(new Tried.Row(candidate.words(), candidate.place().place(), asked.get(), larger));
      }
    }
    boolean isLargerTried = rows.stream().anyMatch(r -> r.larger().isPresent());
    return new Tried(growth.filter(_ -> isLargerTried).map(Growth::words), rows);
  }

  /// The changes of a text. Numbers raised in it change none of their order.
  private List<Candidate> candidates(Text text, Counterexample story) {
    Map<String, Candidate> all = new LinkedHashMap<>();
    var buffers = new Buffers(text.trees());
    List<Waiter> waiters = waiters(story);
    waiters.stream().map(w -> network.instances().get(w.instance()).behavior().component().name().simple()).distinct()
        .flatMap(name -> Orders.of(text.trees(), name).stream()).forEach(c -> add(c, all));
    waiters.stream().flatMap(w -> w.detail().needs().stream()).flatMap(n -> line(n).stream()).distinct()
        .flatMap(line -> buffers.of(line).stream()).forEach(c -> add(c, all));
    calls(text, waiters).forEach(c -> add(c, all));
    var waysOut = new WaysOut(text.trees());
    refused(story).flatMap(place -> waysOut.otherwise(place).stream()).forEach(c -> add(c, all));
    waiters.stream().flatMap(w -> waysOut.after(w.span()).stream()).forEach(c -> add(c, all));
    return all.values().stream().limit(MOST_CANDIDATES).toList();
  }

  private static void add(Candidate candidate, Map<String, Candidate> all) {
    all.putIfAbsent(candidate.place().place() + " " + candidate.place().start() + " " + candidate.words(), candidate);
  }

  /// Those in the cycle, or else those who are not resting.
  private static List<Waiter> waiters(Counterexample story) {
    List<Waiter> all = story.waits().waiters();
    List<Waiter> inCycle = all.stream().filter(w -> story.waits().cycle().contains(w.instance())).toList();
    return inCycle.isEmpty() ? all.stream().filter(w -> !w.rests()).toList() : inCycle;
  }

  /// Where somebody found nobody who would take what was sent.
  private static Stream<Span> refused(Counterexample story) {
    return story.stem().stream().filter(s -> s.kind() == StoryStep.Kind.REFUSED).flatMap(s -> s.from().stream())
        .flatMap(p -> p.span().stream()).distinct();
  }

  /// Whoever sends to somebody who sends back may ask instead.
  private List<Candidate> calls(Text text, List<Waiter> waiters) {
    var calls = new Calls(text.trees());
    var all = new ArrayList<Candidate>();
    for (Waiter one : waiters) {
      for (Waiter other : waiters) {
        Optional<Line> there = sending(one);
        Optional<Line> back = sending(other);
        if (there.isPresent() && back.isPresent()) {
          Optional<Calls.Sender> client = sender(one, there.get(), back.get());
          Optional<Calls.Sender> server = sender(other, back.get(), there.get());
          if (client.isPresent() && server.isPresent()) {
            calls.of(client.get(), server.get(), back.get()).ifPresent(all::add);
          }
        }
      }
    }
    return all;
  }

  private Optional<Line> sending(Waiter waiter) {
    return waiter.detail().needs().stream().filter(n -> n.kind() == Wait.Kind.ROOM || n.kind() == Wait.Kind.READER)
        .flatMap(n -> line(n).stream()).findFirst();
  }

  private Optional<Calls.Sender> sender(Waiter waiter, Line out, Line in) {
    Optional<String> sent = port(out.writers(), waiter.instance());
    Optional<String> received = port(in.readers(), waiter.instance());
    String component = network.instances().get(waiter.instance()).behavior().component().name().simple();
    return sent.isPresent() && received.isPresent()
        ? Optional.of(new Calls.Sender(component, sent.get(), received.get())) : Optional.empty();
  }

  private Optional<String> port(List<End> ends, int instance) {
    return ends.stream().filter(e -> e.instance() == instance)
        .map(e -> network.instances().get(instance).behavior().elements().get(e.element()).display()).findFirst();
  }

  private Optional<Line> line(Wait.Need need) {
    return switch (need.kind()) {
      case LETTER, ROOM, READER -> need.own().map(end ->
          network.lines().get(network.instances().get(end.instance()).wire(end.element())));
      case REQUEST, ACCEPTANCE, REPLY, BARRIER, END, TIMER, CHOICE, MOMENT, BRANCHES, NOTHING -> Optional.empty();
    };
  }

  /// Returns how the check comes out with the change made; empty if that does not compile, or is no longer this check.
  private Optional<Report> report(Text text, Candidate candidate) {
    if (options.cancelled().getAsBoolean()) {
      return Optional.empty();
    }
    Analysis analysis = Frontend.analyze(Edit.apply(text.files(), candidate.edits()));
    return analysis.program().flatMap(program -> Frontend.checks(program).stream().filter(this::isMeant)
        .flatMap(c -> Frontend.elaborate(program, c).stream())
        .filter(e -> e.network().filter(n -> n.arguments().equals(network.arguments())).isPresent()).findFirst())
        .map(e -> Checker.check(e.network().orElseThrow(), e.claims(), options, Progress.SILENT));
  }

  private boolean isMeant(Check other) {
    return other.graph().equals(check.graph()) && other.span().file().equals(check.span().file())
        && other.span().line() == check.span().line();
  }

  /// Larger numbers may not fit the types of what they are sent as; that says nothing of the repair.
  private static boolean fits(Report report) {
    return report.verdicts().stream().noneMatch(v -> v instanceof Verdict.Violated(_, var story, _, _)
        && story.finding() == Finding.ERROR && !v.isAsExpected());
  }

  private static Result result(Report report) {
    if (report.verdicts().stream().anyMatch(v -> !(v instanceof Verdict.Undecided) && !v.isAsExpected())) {
      return Result.FAILS;
    }
    return report.verdicts().stream().anyMatch(Verdict.Undecided.class::isInstance) ? Result.UNKNOWN : Result.HOLDS;
  }
}
