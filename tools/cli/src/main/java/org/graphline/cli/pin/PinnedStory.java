package org.graphline.cli.pin;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphline.cli.report.Trace;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Declaration.Story;
import org.graphline.dsl.format.Formatter;
import org.graphline.dsl.parse.Parser;
import org.graphline.model.source.SourceFile;

/// A scenario that fails as long as a story leads to a deadlock: `cannot deadlock after` what passed in it.
///
/// @param title  who is stuck
/// @param target the graph with its arguments
/// @param events what passes, in order; at least one
public record PinnedStory(String title, String target, List<String> events) {
  private static final String HEAD = "package pinned;\n\n";

  public PinnedStory {
    events = List.copyOf(events);
  }

  /// Returns the scenario of a deadlock's trace.
  public static PinnedStory of(Trace trace) {
    List<String> stuck = trace.stuck();
    String title = stuck.size() < 2 ? stuck.isEmpty() ? "nobody gets on" : stuck.getFirst() + " gets on no more"
        : String.join(", ", stuck.subList(0, stuck.size() - 1)) + " and " + stuck.getLast() + " block each other";
    Trace.Subject subject = trace.subject();
    String graph = subject.graph().substring(subject.graph().lastIndexOf('.') + 1);
    return new PinnedStory(title, subject.arguments().isEmpty() ? graph
        : graph + "(" + String.join(", ", subject.arguments()) + ")",
        trace.steps().stream().flatMap(step -> step.event().stream()).toList());
  }

  /// Returns the line of a scenario of `file` that says the same already; nothing if there is none.
  public OptionalInt find(SourceFile file) {
    return Parser.parse(file).tree().declarations().stream()
        .flatMap(d -> d instanceof Declaration.Scenario s ? Stream.of(s) : Stream.empty())
        .filter(s -> words(file.text(s.target().span())).equals(words(target)))
        .flatMap(s -> s.stories().stream()).filter(story -> story.kind() == Story.Kind.CANNOT_DEADLOCK_AFTER
            && words(story.events().stream().map(e -> file.text(e.span())).collect(Collectors.joining(",")))
                .equals(words(String.join(",", events))))
        .mapToInt(story -> story.span().line()).findFirst();
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }

  /// Returns `file` with the scenario at its end, laid out, and all else as it is.
  public SourceFile addTo(SourceFile file) {
    String before = file.text();
    String end = before.contains("\r\n") ? "\r\n" : "\n";
    String gap = before.isEmpty() || before.endsWith("\n") ? end : end + end;
    return new SourceFile(file.name(), before + gap + text().replace("\n", end));
  }

  private String text() {
    String plain = HEAD + "scenario \"" + title + "\" for " + target + " { cannot deadlock after "
        + String.join(", ", events) + "; }\n";
    return Formatter.format(new SourceFile("pinned", plain)).text()
        .orElseThrow(() -> new AssertionError("what is pinned does not parse: " + plain)).substring(HEAD.length());
  }
}
