package org.graphline.compiler.emit;

import java.util.List;
import java.util.Optional;
import org.graphline.compiler.sourcemap.SourceMap;
import org.graphline.model.source.Span;

/// The Java of a program, one file a class, in the order of the paths.
public record GeneratedSources(List<GeneratedSource> files) {
  public GeneratedSources {
    files = List.copyOf(files);
  }

  /// One file of Java.
  ///
  /// @param path     where it belongs below a source folder, `board/Router.java`
  /// @param declared where what it stands for is declared
  /// @param map      where its lines come from
  public record GeneratedSource(String path, String text, Span declared, SourceMap map) {}

  /// Returns the file at `path`.
  public Optional<GeneratedSource> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }
}
