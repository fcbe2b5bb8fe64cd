package org.graphline.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.graphline.model.source.SourceFile;

/// The specifications in the test resources.
public final class Specs {

  /// The worked specifications, and one that uses every construct of the grammar.
  public static final List<String> NAMES =
      List.of("hello", "dining", "store", "abp", "farm", "board", "everything");

  private Specs() {}

  /// Returns the specification called `name`.
  public static SourceFile named(String name) {
    var file = name + ".graphline";
    try (var stream = Specs.class.getResourceAsStream("specs/" + file)) {
      return SourceFile.decode(file, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
