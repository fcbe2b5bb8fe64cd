package org.graphline.checker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.checker.engine.Limits;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Prepared;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.proof.FamilyProof;
import org.graphline.checker.proof.FamilyProof.Answer;
import org.graphline.checker.product.Excerpts;
import org.graphline.checker.space.WideChoices;
import org.graphline.checker.story.Assumptions;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Statistics;
import org.graphline.checker.verdict.Verdict;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;

/// Judges `deadlock free` and `error free` of all networks that a graph makes of a parameter without upper bound:
/// small ones have been checked one by one, all others are proved at once.
public final class AllSizes {
  private AllSizes() {}

  /// What is claimed of all sizes.
  ///
  /// @param parameter what has no upper bound
  /// @param first     its least value
  /// @param network   some network of the family
  public record Family(String parameter, int first, Network network, List<Claim> claims) {
    public Family {
      claims = List.copyOf(claims);
    }

    /// Returns what is claimed to be covered, `all n >= 2`.
    public String coverage() {
      return "all " + parameter + " >= " + first;
    }
  }

  /// What is known of the large networks of a family.
  public sealed interface Large {

    /// The parameter has no larger values.
    record None() implements Large {}

    /// They differ only in the length of a row.
    ///
    /// @param from    from this value of the parameter on
    /// @param network one of them
    /// @param larger  the one whose parameter is larger by one
    /// @param low     the least index of the row in `network`
    /// @param high    the highest one
    record Row(int from, Network network, Network larger, int low, int high) implements Large {}

    /// Nothing.
    ///
    /// @param why a phrase
    record Unknown(String why) implements Large {}
  }

  /// Returns what is known of all of them.
  ///
  /// @param small what was found out about the small ones, all of which were checked, in order
  public static Report judge(Family family, List<Report> small, Large large, Options options, Progress progress) {
    var limits = Limits.of(options);
    progress.judging("all sizes");
    Answer answer = switch (large) {
      case Large.None _ -> new Answer.Open("", false);
      case Large.Unknown(String why) -> new Answer.Open(why, false);
      case Large.Row row -> switch (options.engine()) {
        case AUTO, PROOFS -> answer(row, options, limits);
        case SEARCH, COMPOSITION -> new Answer.Open("only a proof speaks of all, and --engine leaves proofs out", false);
      };
    };
    String engine = engine(family, small, large, answer);
    boolean complete = large instanceof Large.None || answer instanceof Answer.Proved;
    Statistics statistics = new Statistics(engine, small.stream().mapToLong(r -> r.statistics().states()).sum(),
        small.stream().mapToLong(r -> r.statistics().transitions()).sum(),
        small.stream().mapToLong(r -> r.statistics().passed()).sum(),
        small.stream().mapToInt(r -> r.statistics().depth()).max().orElse(0),
        limits.seconds() + small.stream().mapToDouble(r -> r.statistics().seconds()).sum(), 0, complete);
    List<Verdict> claimed = family.claims().stream()
        .map(c -> verdict(c, family.network(), small, open(c, large, answer, limits), statistics, options)).toList();
    Verdict errorFree = claimed.stream().filter(v -> v.claim().property() instanceof Property.ErrorFree).findFirst()
        .orElseGet(() -> {
          var claim = new Claim(new Property.ErrorFree(), false, "error free", family.claims().getFirst().span());
          return verdict(claim, family.network(), small, open(claim, large, answer, limits), statistics, options);
        });
    return new Report(named(family), claimed, errorFree, statistics);
  }

  /// Returns why it is open whether the claim is true of all that are not small; nothing if it is.
  private static Optional<Reason> open(Claim claim, Large large, Answer answer, Limits limits) {
    return switch (answer) {
      case Answer.Open(_, boolean errorFree) when large instanceof Large.None
          || errorFree && claim.property() instanceof Property.ErrorFree -> Optional.empty();
      case Answer.Open(String why, _) ->
          Optional.of(limits.passed(List::of).orElse(new Reason.NotForAllSizes(why)));
      case Answer.Proved _ -> Optional.empty();
    };
  }

  private static Answer answer(Large.Row row, Options options, Limits limits) {
    var prepared = new Prepared(row.network(), options.timers());
    Optional<Reason> wide = WideChoices.in(prepared.semantics());
    if (wide.isPresent()) {
      return new Answer.Open(wide.get().display(), false);
    }
    Optional<Excerpts> excerpts = prepared.excerpts();
    Optional<Excerpts> larger = new Prepared(row.larger(), options.timers()).excerpts();
    if (excerpts.isEmpty() || larger.isEmpty()) {
      return new Answer.Open("somebody may leave, fail or close an end, or there are barriers or priorities", false);
    }
    return FamilyProof.judge(new FamilyProof.Member(excerpts.get(), row.network(), row.low(), row.high()),
        new FamilyProof.Member(larger.get(), row.larger(), row.low(), row.high() + 1),
        () -> limits.passed(List::of).isPresent());
  }

  private static String engine(Family family, List<Report> small, Large large, Answer answer) {
    String few = small.isEmpty() ? "" : "one by one, " + family.parameter() + " = " + family.first()
        + (small.size() == 1 ? "" : ".." + (family.first() + small.size() - 1));
    return switch (answer) {
      case Answer.Proved(var argument, _) when large instanceof Large.Row row -> "all sizes (" + argument.words()
          + " on kinds, " + family.parameter() + " >= " + row.from() + (few.isEmpty() ? "" : "; " + few) + ")";
      case Answer.Open(_, boolean errorFree) when errorFree && large instanceof Large.Row row ->
          "all sizes (local states on kinds, " + family.parameter() + " >= " + row.from() + (few.isEmpty() ? "" : "; " + few) + ")";
      case Answer.Proved _, Answer.Open _ -> few;
    };
  }

  private static Verdict verdict(Claim claim, Network network, List<Report> small, Optional<Reason> open,
      Statistics statistics, Options options) {
    var assumptions = new Assumptions(new Prepared(network, options.timers()).semantics(), options.timers())
        .of(claim.property());
    Optional<Reason> undecided = small.stream().flatMap(r -> undecided(r, claim).stream()).findFirst().or(() -> open);
    return undecided.<Verdict>map(reason -> new Verdict.Undecided(claim, reason, statistics, assumptions))
        .orElseGet(() -> new Verdict.Holds(claim, statistics, assumptions));
  }

  private static Optional<Reason> undecided(Report small, Claim claim) {
    return Stream.concat(small.claimed().stream(), Stream.of(small.errorFree()))
        .filter(v -> v.claim().property().equals(claim.property()) && v instanceof Verdict.Undecided)
        .<Reason>map(v -> new Reason.OfOneSize(small.network().display(), ((Verdict.Undecided) v).reason()))
        .findFirst();
  }

  /// The network, with an open range in the place of the value of the parameter.
  private static Network named(Family family) {
    Network one = family.network();
    List<String> arguments = one.arguments().stream().map(a -> a.startsWith(family.parameter() + " = ")
        ? family.parameter() + " = " + family.first() + ".." : a).toList();
    return new Network(one.graph(), arguments, one.instances(), one.lines(), one.connections(), one.servers(),
        one.barriers());
  }
}
