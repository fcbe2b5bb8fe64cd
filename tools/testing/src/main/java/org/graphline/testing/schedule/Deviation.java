package org.graphline.testing.schedule;

import java.util.List;

/// Where a run and its model part.
///
/// @param moves   the schedule that leads there
/// @param steps   what happened, in words
/// @param what    what is wrong
/// @param model   what the model could have done instead
/// @param waiting who waits for what
public record Deviation(List<Move> moves, List<String> steps, String what, List<String> model, List<String> waiting) {
  public Deviation {
    moves = List.copyOf(moves);
    steps = List.copyOf(steps);
    model = List.copyOf(model);
    waiting = List.copyOf(waiting);
  }

  /// Returns it as text, several lines.
  public String tell() {
    var text = new StringBuilder(what).append('\n');
    for (int i = 0; i < steps.size(); i++) {
      text.append("%7d  %s%n".formatted(i + 1, steps.get(i)));
    }
    append(text, "the model could now do", model);
    append(text, "who waits", waiting);
    return text.toString();
  }

  private static void append(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("   ").append(title).append('\n');
      lines.forEach(line -> text.append("         ").append(line).append('\n'));
    }
  }
}
