package org.graphline.cli;

import java.nio.file.Path;
import java.util.List;

/// Runs what the reader of a [Page] types.
public interface Shell {

  /// Returns what a command prints.
  ///
  /// @param command   its words
  /// @param directory where the reader is
  /// @param typed     what the reader types while it runs
  String printed(List<String> command, Path directory, String typed);

  /// Returns what of a text has to be the same wherever and whenever it is printed.
  default String comparable(String text) {
    return text;
  }
}
