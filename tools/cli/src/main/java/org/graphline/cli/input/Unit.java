package org.graphline.cli.input;

import java.util.ArrayList;
import java.util.List;
import org.graphline.model.source.SourceFile;

/// Files that are analyzed together.
///
/// @param given  those the user asked for; their checks count
/// @param others those they need
public record Unit(List<SpecFile> given, List<SpecFile> others) {
  public Unit {
    given = List.copyOf(given);
    others = List.copyOf(others);
  }

  /// Returns all files, those asked for first.
  public List<SpecFile> files() {
    var all = new ArrayList<>(given);
    all.addAll(others);
    return all;
  }

  /// Returns the text of all files, those asked for first.
  public List<SourceFile> sources() {
    return files().stream().map(SpecFile::source).toList();
  }

  /// Reports whether a place in `file` was asked for.
  public boolean isGiven(String file) {
    return given.stream().anyMatch(f -> f.source().name().equals(file));
  }

  /// Returns the names of the files of all `units`, each once.
  public static List<String> allNames(List<Unit> units) {
    return units.stream().flatMap(unit -> unit.names().stream()).distinct().toList();
  }

  /// Returns the names of all files, those asked for first.
  public List<String> names() {
    return sources().stream().map(SourceFile::name).toList();
  }
}
