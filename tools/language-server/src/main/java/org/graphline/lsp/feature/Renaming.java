package org.graphline.lsp.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.index.Definition;
import org.graphline.dsl.index.NameIndex;
import org.graphline.dsl.index.Occurrence;
import org.graphline.lsp.project.Analyzed;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// Gives something another name, wherever it is named, unless the files would then mean something else.
public final class Renaming {

  private static final String SYNTAX = "GL01";

  private Renaming() {}

  /// What came of it.
  public sealed interface Result {

    /// The places where the new name is to be written.
    record Places(List<Span> places) implements Result {}

    /// Nothing is to be changed, for this reason.
    record Refused(String reason) implements Result {}
  }

  /// Returns where `newName` is to be written for `definition`.
  ///
  /// The files are analyzed again with the new name in place. They must parse, have no mistakes that they did not have,
  /// and each name in them must lead to the same declaration as before.
  public static Result rename(Analyzed analyzed, Definition definition, String newName) {
    if (definition.isBuiltIn()) {
      return new Result.Refused("`" + definition.name() + "` is part of the language");
    }
    if (!newName.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      return new Result.Refused("`" + newName + "` is not a name");
    }
    if (analyzed.specification().diagnostics().stream().anyMatch(d -> d.isError() && isSyntax(d))) {
      return new Result.Refused("there are places that cannot be read; repair them first");
    }
    var places = analyzed.index().places(definition);
    var sources = analyzed.specification().unit().sources();
    var renamed = sources.stream().map(source -> replaced(source, places, newName)).toList();
    var after = Frontend.analyze(renamed);
    var known = counts(analyzed.specification().diagnostics());
    for (var diagnostic : after.diagnostics()) {
      if (known.merge(diagnostic.id(), -1, Integer::sum) < 0) {
        return new Result.Refused("it would be a mistake: " + diagnostic.message());
      }
    }
    var index = NameIndex.of(after.trees(), after.bindings());
    return sources.stream().allMatch(source -> meansTheSame(source, analyzed.index(), index, places, newName))
        ? new Result.Places(places) : new Result.Refused("`" + newName + "` would mean something else somewhere");
  }

  private static boolean isSyntax(Diagnostic diagnostic) {
    return diagnostic.id().code().startsWith(SYNTAX);
  }

  private static Map<DiagnosticId, Integer> counts(List<Diagnostic> diagnostics) {
    var counts = new HashMap<DiagnosticId, Integer>();
    diagnostics.forEach(d -> counts.merge(d.id(), 1, Integer::sum));
    return counts;
  }

  private static SourceFile replaced(SourceFile source, List<Span> places, String newName) {
    var text = new StringBuilder(source.text());
    var own = new ArrayList<>(places.stream().filter(p -> p.file().equals(source.name())).toList());
    own.reversed().forEach(place -> text.replace(place.start(), place.end(), newName));
    return new SourceFile(source.name(), text.toString());
  }

  private static boolean meansTheSame(SourceFile source, NameIndex before, NameIndex after, List<Span> places,
      String newName) {
    var old = before.in(source.name());
    var now = after.in(source.name());
    var moved = new Shift(places, newName.length());
    if (old.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!moved.of(old.get(i).span()).equals(place(now.get(i).span()))
          || !target(old.get(i)).map(moved::of).equals(target(now.get(i)).map(Renaming::place))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Span> target(Occurrence occurrence) {
    return occurrence.definition().isBuiltIn() ? Optional.empty() : Optional.of(occurrence.definition().name().span());
  }

  private static String place(Span span) {
    return span.file() + ":" + span.start();
  }

  /// Where places lie once the new name is written.
  private static final class Shift {
    private final Map<String, TreeMap<Integer, Integer>> moved = new HashMap<>();

    Shift(List<Span> places, int length) {
      for (var place : places) {
        var inFile = moved.computeIfAbsent(place.file(), _ -> new TreeMap<>());
        int so = inFile.isEmpty() ? 0 : inFile.lastEntry().getValue();
        inFile.put(place.end(), so + length - (place.end() - place.start()));
      }
    }

    String of(Span span) {
      var entry = moved.getOrDefault(span.file(), new TreeMap<>()).floorEntry(span.start());
      return span.file() + ":" + (span.start() + (entry == null ? 0 : entry.getValue()));
    }
  }
}
