package org.graphline.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Writes a file so that it is never seen in part: a neighbor is written first and then takes its place.
/// Whoever is killed in between leaves what was there before.
public final class WholeFile {
  private WholeFile() {}

  /// Writes `text` to `file`, whose folder is made if it is not there.
  public static void write(Path file, String text) throws IOException {
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.writeString(file, text); // a terminal, a pipe: there is no part to be seen
      return;
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.writeString(part, text);
      keepPermissions(target, part);
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void keepPermissions(Path target, Path part) throws IOException {
    var view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (view != null && Files.exists(target)) {
      Files.setPosixFilePermissions(part, view.readAttributes().permissions());
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
