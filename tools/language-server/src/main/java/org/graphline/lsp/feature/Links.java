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

  /// Returns all places that name what the name at `offset` does.
  ///
  /// @param declared whether the declaration is one of them
  public static List<Location> references(Located located, int offset, boolean declared, Function<Path, String> uris) {
    var index = located.analyzed().index();
    var diagnosing = new Diagnosing(located.analyzed(), uris);
    return index.at(located.name(), offset).stream()
        .flatMap(o -> index.places(o.definition()).stream().filter(p -> declared
            || !p.equals(o.definition().name().span())))
        .flatMap(place -> diagnosing.location(place).stream()).toList();
  }
}
