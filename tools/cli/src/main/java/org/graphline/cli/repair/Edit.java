package org.graphline.cli.repair;

import java.util.Comparator;
import java.util.List;
import org.graphline.model.source.SourceFile;

/// A change of a text: what lies between two offsets is replaced. It brings in no line break.
record Edit(String file, int start, int end, String text) {

  /// Returns the files with all edits that concern them made; edits of one file do not overlap.
  static List<SourceFile> apply(List<SourceFile> files, List<Edit> edits) {
    return files.stream().map(file -> {
      var text = new StringBuilder(file.text());
      edits.stream().filter(e -> e.file().equals(file.name()))
          .sorted(Comparator.comparingInt(Edit::start).reversed())
          .forEach(e -> text.replace(e.start(), e.end(), e.text()));
      return new SourceFile(file.name(), text.toString());
    }).toList();
  }
}
