package org.graphline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graphline.checker.verdict.Assumption;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.Verdict;
import org.graphline.cli.console.Ink;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.Words;

/// What a check found out, for people.
public final class TextReport {
  private final Ink ink;
  private final Detail detail;

  /// How much is told.
  public enum Detail {
    /// One line a property that is not as expected.
    BRIEF,
    NORMAL,
    /// Expected violations in full too, every step in words, and what the exploration cost.
    FULL
  }

  public TextReport(Ink ink, Detail detail) {
    this.ink = ink;
    this.detail = detail;
  }

  /// Returns the text for one network; empty if there is nothing to say.
  public String render(CheckedNetwork checked) {
    if (detail == Detail.BRIEF && checked.outcome() == Outcome.AS_EXPECTED) {
      return "";
    }
    var text = new StringBuilder();
    text.append(header(checked)).append('\n');
    if (detail == Detail.FULL) {
      text.append(explored(checked.report().statistics()));
    }
    List<Verdict> verdicts = checked.report().verdicts();
    int width = verdicts.stream().mapToInt(v -> CheckedNetwork.claimed(v).length()).filter(n -> n <= 50).max()
        .orElse(0);
    var told = new ArrayList<String>();
    for (int i = 0; i < verdicts.size(); i++) {
      if (isTold(verdicts.get(i))) {
        told.add(violation(checked, i, (Verdict.Violated) verdicts.get(i)));
      } else {
        text.append(line(checked, i, verdicts.get(i), width)).append('\n');
        checked.accounts().get(i).ifPresent(account -> told.add(AccountText.tell(checked.report().network(), account,
            detail == Detail.FULL, ink)));
      }
    }
    told.forEach(story -> text.append('\n').append(story));
    return text.toString();
  }

  private boolean isTold(Verdict verdict) {
    return verdict instanceof Verdict.Violated && detail != Detail.BRIEF
        && (detail == Detail.FULL || !verdict.isAsExpected());
  }

  private String header(CheckedNetwork checked) {
    Statistics statistics = checked.report().statistics();
    String left = checked.file() + "  " + checked.report().network().display();
    String right = states(statistics) + "  " + Words.seconds(statistics.seconds());
    return ink.plain(ink.bold(left) + " ".repeat(Math.max(3, Words.WIDTH - left.length() - right.length()))
        + right);
  }

  private static String states(Statistics statistics) {
    return isWithoutStates(statistics) ? "no states explored"
        : Words.count(statistics.states(), "state") + passed(statistics) + ", "
            + (statistics.complete() ? "complete" : "not complete");
  }

  private static String passed(Statistics statistics) {
    return statistics.passed() == 0 ? "" : " + " + Words.number(statistics.passed()) + " passed over";
  }

  private static boolean isWithoutStates(Statistics statistics) {
    return statistics.states() == 0 && statistics.complete();
  }

  private String explored(Statistics statistics) {
    if (statistics.engine().isEmpty() || isWithoutStates(statistics)) {
      return "";
    }
    String cost = "explored: " + statistics.engine() + "; " + Words.count(statistics.states(), "state") + ", "
        + (statistics.passed() == 0 ? "" : Words.number(statistics.passed()) + " passed over, ")
        + Words.count(statistics.transitions(), "transition") + ", depth " + statistics.depth() + ", "
        + Math.round(statistics.bytesPerState()) + " bytes per state";
    return Words.wrap(cost, Words.WIDTH - 2).stream().map(l -> "  " + ink.dim(ink.plain(l)) + "\n")
        .collect(Collectors.joining());
  }

  private String line(CheckedNetwork checked, int index, Verdict verdict, int width) {
    String claim = Words.pad(CheckedNetwork.claimed(verdict), width);
    String place = verdict.claim().span().place();
    String rest = switch (verdict) {
      case Verdict.Holds holds when holds.isAsExpected() -> proof(holds);
      case Verdict.Holds holds -> "it holds, though it was claimed not to   " + place + "   " + proof(holds);
      case Verdict.Violated violated -> (violated.isAsExpected() ? "as expected: " : "") + checked.names()
          .get(index).orElse("")
          + " " + StoryText.shortTitle(violated.counterexample());
      case Verdict.Undecided(_, var reason, var statistics, _) -> "unknown: " + unknown(reason, statistics);
    };
    String mark = switch (verdict) {
      case Verdict.Undecided _ -> ink.question();
      case Verdict.Holds _, Verdict.Violated _ -> verdict.isAsExpected() ? ink.tick() : ink.cross();
    };
    return mark + " " + ink.plain(fitted(claim + "   ", rest)).stripTrailing();
  }

  private static String unknown(Reason reason, Statistics statistics) {
    String explored = Words.count(statistics.states(), "state") + " explored";
    return switch (reason) {
      case Reason.StateLimit _, Reason.TimeLimit _, Reason.MemoryLimit _, Reason.Cancelled _ ->
          statistics.complete() ? "all " + explored + ", not judged to the end; " + reason.display()
              : explored + ", none bad so far; " + reason.display();
      case Reason.Approximate _, Reason.Untold _ -> reason.display() + "; " + explored;
      case Reason.NotByStates _, Reason.NotProved _, Reason.NotComposed _, Reason.TooManyValues _ -> reason.display();
      case Reason.OfOneSize _ -> reason.display() + "; " + explored + " in all";
      case Reason.NotForAllSizes _ -> reason.display() + (statistics.engine().isEmpty() ? ""
          : "; it holds where looked at (" + statistics.engine() + ")");
    };
  }

  /// Returns the claim and what is said of it: in one line if it fits, else the rest below, indented.
  private static String fitted(String claim, String rest) {
    if (claim.length() + rest.length() + 2 <= Words.WIDTH) {
      return claim + rest;
    }
    return claim.stripTrailing() + "\n" + Words.wrap(rest, Words.WIDTH - 6).stream()
        .collect(Collectors.joining("\n      ", "      ", ""));
  }

  private static String proof(Verdict.Holds holds) {
    String engine = holds.statistics().engine();
    return (engine.isEmpty() ? "nothing to explore" : engine) + codes(holds.assumptions());
  }

  private static String codes(List<Assumption> assumptions) {
    return assumptions.isEmpty() ? ""
        : assumptions.stream().map(Assumption::code).collect(Collectors.joining(" ", "   assuming ", ""));
  }

  /// Returns what the proofs in `all` take for granted, each code explained once; empty if there are none.
  public String assumptions(List<CheckedNetwork> all) {
    Map<String, Assumption> used = new TreeMap<>();
    for (CheckedNetwork checked : all) {
      checked.report().verdicts().stream().filter(Verdict.Holds.class::isInstance)
          .flatMap(v -> v.assumptions().stream()).forEach(a -> used.putIfAbsent(a.code(), a));
    }
    if (used.isEmpty() || detail == Detail.BRIEF) {
      return "";
    }
    String words = "assumed: " + used.values().stream().map(Assumption::display)
        .collect(Collectors.joining(", "));
    return Words.wrap(words, Words.WIDTH).stream().map(l -> ink.dim(ink.plain(l)) + "\n")
        .collect(Collectors.joining());
  }

  private String violation(CheckedNetwork checked, int index, Verdict.Violated violated) {
    String name = checked.names().get(index).orElseThrow();
    var text = new StringBuilder();
    String claimed = (violated.isAsExpected() ? "as expected: " : "claimed: ")
        + CheckedNetwork.claimed(violated);
    text.append(violated.isAsExpected() ? ink.tick() : ink.cross()).append(' ')
        .append(ink.bold(name)).append("  ").append(title(name, violated.counterexample(), claimed))
            .append('\n');
    text.append(StoryText.tell(checked.report().network(), violated.counterexample(), ink));
    checked.tried().get(index).ifPresent(t -> text.append(TriedText.tell(t, ink)));
    if (detail == Detail.FULL) {
      steps(violated.counterexample()).forEach(s -> text.append("        ").append(ink.plain(s)).append('\n'));
    }
    text.append(next(name, checked.traces().get(index)));
    return text.toString();
  }

  private static List<String> steps(Counterexample story) {
    var all = new ArrayList<>(story.stem().stream().map(StoryStep::text).toList());
    if (story.isLasso()) {
      all.add("round and round:");
      story.loop().forEach(s -> all.add("  " + s.text()));
    }
    return all;
  }

  /// Returns what was found, and what was claimed: in one line if it fits.
  private String title(String name, Counterexample story, String claimed) {
    String title = StoryText.title(story);
    boolean fits = name.length() + title.length() + claimed.length() + 7 <= Words.WIDTH;
    return ink.plain(title) + (fits ? "   " : "\n        ") + ink.dim(ink.plain(claimed));
  }

  private String next(String name, Optional<String> trace) {
    String code = name.substring(0, name.indexOf('-'));
    String play = "graphline play " + trace.orElse("");
    String explain = "graphline explain " + code;
    int width = trace.isPresent() ? Math.max(play.length(), explain.length()) : explain.length();
    String second = Words.pad(explain, width) + "   what this finding means\n";
    String lines = trace.isEmpty() ? "   next: " + second
        : "   next: " + Words.pad(play, width) + "   step through it\n         " + second;
    return "\n" + lines;
  }
}
