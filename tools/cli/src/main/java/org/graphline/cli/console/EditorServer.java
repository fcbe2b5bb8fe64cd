package org.graphline.cli.console;

/// What editors talk to. A module of its own provides it, found by [java.util.ServiceLoader] when `lsp` asks for it, so
/// that no other command loads anything of it.
public interface EditorServer {

  /// Answers one editor over the standard streams until it says good-bye or is gone, and returns the exit code of the
  /// protocol: 0 after a proper `shutdown`, else 1.
  int serve(World world);
}
