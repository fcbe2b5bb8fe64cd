package org.graphline.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// Draws diagnostics as text: the finding, the place, the source with carets under it, and what to do.
public final class DiagnosticRenderer {

  private final Style style;
  private final Function<String, Optional<SourceFile>> sources;

  /// A renderer that finds the text of a file by its name in `sources`. Places in other files are only named.
  public DiagnosticRenderer(Style style, Function<String, Optional<SourceFile>> sources) {
    this.style = style;
    this.sources = sources;
  }

  /// A renderer for diagnostics about one file.
  public DiagnosticRenderer(Style style, SourceFile source) {
    this(style, name -> name.equals(source.name()) ? Optional.of(source) : Optional.empty());
  }

  /// Returns all of `diagnostics`, an empty line between each two.
  public String render(List<Diagnostic> diagnostics) {
    return String.join("\n", diagnostics.stream().map(this::render).toList());
  }

  /// Returns the text of `diagnostic`. Each line ends with `\n`.
  public String render(Diagnostic diagnostic) {
    var primary = diagnostic.primary();
    var shown = markersWithSource(diagnostic);
    int digits = shown.stream().mapToInt(m -> digits(m.span().line())).max().orElse(1);
    var canvas = new Canvas(style, digits, severityColor(diagnostic));
    canvas.title(diagnostic);
    canvas.place(primary.span(), shown.contains(primary) ? "" : primary.phrase());
    if (!shown.isEmpty()) {
      canvas.gutter();
      drawExcerpts(canvas, shown, primary);
    }
    diagnostic.related().stream()
        .filter(marker -> !shown.contains(marker))
        .forEach(marker -> canvas.place(marker.span(), marker.phrase()));
    diagnostic.help().ifPresent(help -> {
      if (!shown.isEmpty()) {
        canvas.gutter();
      }
      help.lines().forEach(canvas::help);
    });
    return canvas.toString();
  }

  private void drawExcerpts(Canvas canvas, List<Marker> markers, Marker primary) {
    int previous = 0;
    for (var marker : markers) {
      int line = marker.span().line();
      var excerpt = Excerpt.of(source(marker.span()).orElseThrow(), marker.span());
      if (previous != 0 && line > previous + 1) {
        canvas.gap();
      }
      if (line != previous) {
        canvas.source(line, excerpt.text());
      }
      boolean isPrimary = marker.equals(primary);
      canvas.underline(excerpt, isPrimary ? '^' : '-', marker.phrase());
      previous = line;
    }
  }

  /// Returns the markers of the primary marker's file, by position, if the text of that file is at hand. Two
  /// markers in one line share an excerpt only if the line is short enough to show whole; otherwise the later
  /// ones are only named.
  private List<Marker> markersWithSource(Diagnostic diagnostic) {
    var primary = diagnostic.primary();
    if (source(primary.span()).isEmpty()) {
      return List.of();
    }
    var markers = new ArrayList<Marker>();
    markers.add(primary);
    for (var marker : diagnostic.related()) {
      boolean sameFile = marker.span().file().equals(primary.span().file());
      int line = marker.span().line();
      boolean apart = markers.stream().noneMatch(m -> m.span().line() == line && isLong(m.span()));
      if (sameFile && apart && !markers.contains(marker)) {
        markers.add(marker);
      }
    }
    markers.sort(Comparator.comparing(Marker::span));
    return markers;
  }

  private boolean isLong(Span span) {
    return source(span).map(file -> file.line(span.line()).length() > Excerpt.WIDEST).orElse(false);
  }

  private Optional<SourceFile> source(Span span) {
    return sources.apply(span.file());
  }

  private static String severityColor(Diagnostic diagnostic) {
    return switch (diagnostic.severity()) {
      case ERROR -> Canvas.RED;
      case WARNING -> Canvas.YELLOW;
    };
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }
}
