package org.graphline.cli.input;

import java.nio.file.Path;
import org.graphline.model.source.SourceFile;

/// A file that was read.
///
/// @param path        where it lies, absolute
/// @param packageName the package it declares; empty if none
public record SpecFile(Path path, SourceFile source, String packageName) {

  /// Returns the folder it lies in.
  Path folder() {
    return path.getParent();
  }
}
