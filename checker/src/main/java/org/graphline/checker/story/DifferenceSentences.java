package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.graphline.checker.refinement.Difference;
import org.graphline.checker.refinement.Event;
import org.graphline.checker.verdict.StoryStep;

/// Says in words what a network shows, or refuses, that it should not.
final class DifferenceSentences {
  private static final int MANY = 12;

  private final Narrator narrator;

  DifferenceSentences(Narrator narrator) {
    this.narrator = narrator;
  }

  /// Returns what is wrong.
  ///
  /// @param specification what the network is held against; empty if that is itself
  List<String> of(Difference difference, Optional<String> specification) {
    String when = when(difference.trace());
    return switch (difference) {
      case Difference.Excess(_, var event, var allowed) -> List.of(
          when + "the graph can do " + event.display() + ", which " + specification.orElseThrow() + " cannot",
          specification.orElseThrow() + (allowed.isEmpty() ? " can do nothing more there"
              : " can only do " + list(allowed, " or ")));
      case Difference.Refusal(_, var accepted, var wanted) -> refusal(when, accepted, wanted,
          specification.orElseThrow());
      case Difference.Silence _ ->
            List.of(when + "the graph may go on for ever without anything at its exposed ports"
          + specification.map(s -> ", which " + s + " does not").orElse(""));
      case Difference.Ambiguity(_, var accepted, var event, var other) -> List.of(
          when + "the graph can refuse " + event.display()
          + ", and can do it in another run that shows the same",
          accepts(accepted),
          "the other run: " + narrator.tell(other).stream().map(StoryStep::text).map(String::strip)
              .collect(Collectors.joining(" · ")));
    };
  }

  private static List<String> refusal(String when, List<Event> accepted, List<List<Event>> wanted,
      String specification) {
    var sentences = new ArrayList<String>();
    if (wanted.isEmpty()) {
      sentences.add(when + "the graph stands still, which " + specification + " never does there");
    } else {
      List<String> missing = wanted.stream().map(set -> list(without(set, accepted), " and ")).distinct()
          .toList();
      sentences.add(when + "the graph refuses " + String.join(", or ", missing.stream().limit(MANY).toList())
          + (missing.size() > MANY ? ", or …" : "") + ", which " + specification + " would accept there");
    }
    sentences.add(accepts(accepted));
    return sentences;
  }

  private static String accepts(List<Event> accepted) {
    return accepted.isEmpty() ? "it accepts nothing" : "it accepts only " + list(accepted, " and ");
  }

  private static List<Event> without(List<Event> events, List<Event> others) {
    return events.stream().filter(e -> !others.contains(e)).toList();
  }

  private static String when(List<Event> trace) {
    return trace.isEmpty() ? "before anything else, " : "after " + list(trace, ", ") + ", ";
  }

  private static String list(List<Event> events, String last) {
    List<String> texts = events.stream().limit(MANY).map(Event::display).collect(Collectors.toList());
    if (events.size() > MANY) {
      texts.add("…");
    }
    return texts.size() < 2 ? String.join("", texts)
        : String.join(", ", texts.subList(0, texts.size() - 1)) + last + texts.getLast();
  }
}
