package org.graphline.cli.play;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.graphline.checker.story.Narrator;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.cli.console.Ink;
import org.graphline.cli.console.Words;
import org.graphline.cli.report.Places;
import org.graphline.cli.report.Trace;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Step;

/// Plays a network: shows what can happen next, and lets somebody choose.
public final class Player {
  private static final int SHOWN = 40;
  private static final String HELP = """
      NUMBER     take that step
      Enter, n   take the next step of the story, if one is played
      r [COUNT]  take steps at random
      b          take the last step back
      w          who waits for what
      why NAME   why NAME cannot move
      s          the story so far
      q          leave
      """;
  private final Semantics semantics;
  private final Narrator narrator;
  private final Waiting waiting;
  private final Walk walk;
  private final List<String> story;
  private final int loopStart;
  private final RandomGenerator chance;
  private final Ink ink;
  private final PrintStream out;

  /// @param story     the steps, as [Trace#identity(Step)] has them, of a story to follow; empty for free play
  /// @param loopStart the position in the story to which it returns at its end; the number of steps if it ends
  public Player(Semantics semantics, List<String> story, int loopStart, RandomGenerator chance, Ink ink,
      PrintStream out) {
    this.semantics = semantics;
    this.narrator = new Narrator(semantics);
    this.waiting = new Waiting(semantics);
    this.walk = new Walk(semantics);
    this.story = List.copyOf(story);
    this.loopStart = loopStart;
    this.chance = chance;
    this.ink = ink;
    this.out = out;
  }

  /// Plays until there are no more commands.
  public void play(Prompt prompt) {
    say(semantics.network().display() + "   (h for help)");
    showChoices();
    for (Optional<String> line = prompt.ask("> "); line.isPresent(); line = prompt.ask("> ")) {
      String command = line.get().strip();
      if (command.equals("q")) {
        return;
      }
      obey(command);
    }
  }

  private void obey(String command) {
    if (command.matches("[0-9]{1,6}")) {
      takeNumber(Integer.parseInt(command));
    } else if (command.isEmpty() || command.equals("n")) {
      follow();
    } else if (command.matches("r( +[0-9]{1,6})?")) {
      roam(command.length() == 1 ? 1 : Integer.parseInt(command.substring(1).strip()));
    } else if (command.startsWith("why ")) {
      explain(command.substring(4).strip());
    } else {
      switch (command) {
        case "b" -> {
          if (!walk.back()) {
            say("this is the start");
          }
          showChoices();
        }
        case "w" -> waiting.all(walk.state()).forEach(l -> say("  " + l));
        case "s" -> walk.taken().forEach(step -> say("  " + line(step)));
        case "h", "?", "help" -> out.print(HELP);
        default -> say("there is no command " + command + "; h lists them");
      }
    }
  }

  private void takeNumber(int number) {
    List<Step> possible = walk.possible();
    if (number < 1 || number > possible.size()) {
      say(possible.isEmpty() ? "nothing can happen" : "choose a number from 1 to " + possible.size());
      return;
    }
    take(possible.get(number - 1));
    showChoices();
  }

  private void follow() {
    Optional<Step> next = next();
    if (next.isPresent()) {
      if (walk.length() >= loopStart && position(walk.length()) == loopStart) {
        say(walk.length() == loopStart ? "round and round:" : "and again:");
      }
      take(next.get());
      showChoices();
    } else {
      say(story.isEmpty() ? "no story is played; choose a number"
          : position(walk.length()) >= story.size() ? "the story ends here"
              : "the story does not go on from here; b goes back");
    }
  }

  /// Returns the step that the story goes on with, if it has been followed so far.
  private Optional<Step> next() {
    List<Step> taken = walk.taken();
    int position = position(taken.size());
    if (position >= story.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < taken.size(); i++) {
      if (!Trace.identity(taken.get(i)).equals(story.get(position(i)))) {
        return Optional.empty();
      }
    }
    return walk.possible().stream().filter(s -> Trace.identity(s).equals(story.get(position))).findFirst();
  }

  /// Returns where in the story one is after so many steps: a story that goes round never ends.
  private int position(int steps) {
    return steps < story.size() || loopStart >= story.size() ? steps
        : loopStart + (steps - loopStart) % (story.size() - loopStart);
  }

  private void roam(int count) {
    for (int i = 0; i < count; i++) {
      List<Step> possible = walk.possible();
      if (possible.isEmpty()) {
        break;
      }
      take(possible.get(chance.nextInt(possible.size())));
    }
    showChoices();
  }

  private void take(Step step) {
    walk.take(step);
    say(Words.pad(String.valueOf(walk.length()), 4) + ink.bold(line(step)));
  }

  private void explain(String name) {
    List<String> lines = waiting.why(walk.state(), name);
    if (lines.isEmpty()) {
      say("there is no component " + name + "; there is "
          + semantics.network().instances().stream().limit(SHOWN).map(i -> i.name().display())
              .collect(Collectors.joining(", ")));
    }
    lines.forEach(l -> say("  " + l));
  }

  private void showChoices() {
    List<Step> possible = walk.possible();
    if (possible.isEmpty()) {
      say(end());
      return;
    }
    Optional<Step> next = next();
    for (int i = 0; i < Math.min(SHOWN, possible.size()); i++) {
      Step step = possible.get(i);
      String mark = next.isPresent() && next.get() == step ? "*" : " ";
      say(" " + mark + Words.pad(String.valueOf(i + 1), 4) + line(step));
    }
    if (possible.size() > SHOWN) {
      say("   and " + (possible.size() - SHOWN) + " more");
    }
  }

  private String end() {
    if (semantics.fault(walk.state()).isPresent()) {
      return "error state: " + semantics.fault(walk.state()).get().fault().message();
    }
    return semantics.isOver(walk.state()) ? "everybody has gone home"
        : "nothing can happen any more; w says who waits";
  }

  private String line(Step step) {
    StoryStep told = narrator.tell(step);
    return Words.pad(told.text(), 60) + "   " + Places.display(told.spans(), " → ");
  }

  private void say(String line) {
    out.println(ink.plain(line).stripTrailing());
  }
}
