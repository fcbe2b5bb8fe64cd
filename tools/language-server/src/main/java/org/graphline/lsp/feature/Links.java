package org.graphline.lsp.feature;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.eclipse.lsp4j.Location;
import org.graphline.lsp.project.Snapshot.Located;

/// From a name to where it is declared.
public final class Links {

  private Links() {}

  /// Returns where the name at `offset` is declared; nothing for what the language provides.
  ///
  /// @param uris the name that the editor has for a file
  public static List<Location> definition(Located located, int offset, Function<Path, String> uris) {
    return located.analyzed().index().at(located.name(), offset)
        .flatMap(occurrence -> new Diagnosing(located.analyzed(), uris)
            .location(occurrence.definition().name().span())).stream().toList();
  }
}
