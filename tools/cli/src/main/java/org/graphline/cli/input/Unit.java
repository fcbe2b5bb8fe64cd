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

  /// Returns the text of all files, those asked for first.
  public List<SourceFile> sources() {
    var all = new ArrayList<SourceFile>();
    given.forEach(f -> all.add(f.source()));
    others.forEach(f -> all.add(f.source()));
    return all;
  }

  /// Reports whether a place in `file` was asked for.
  public boolean isGiven(String file) {
    return given.stream().anyMatch(f -> f.source().name().equals(file));
  }

  /// Returns the names of all files, those asked for first.
  public List<String> names() {
    return sources().stream().map(SourceFile::name).toList();
  }
}
