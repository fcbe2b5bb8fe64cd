package org.graphline.dsl.index;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.QualifiedName;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.model.source.Span;

/// The names in a set of files by position, and all places that lead to one definition.
public final class NameIndex {

  private static final Comparator<Occurrence> BY_PLACE = Comparator.comparing(Occurrence::span);

  private final Map<String, List<Occurrence>> byFile;

  private NameIndex(Map<String, List<Occurrence>> byFile) {
    this.byFile = byFile;
  }

  /// Returns the index of `trees`, whose names mean what `bindings` say.
  public static NameIndex of(List<SyntaxTree> trees, Bindings bindings) {
    var definitions = Definitions.of(trees, bindings);
    var found = new HashMap<Span, Occurrence>();
    bindings.symbols().forEach((node, symbol) -> nameOf(node).ifPresent(name ->
        definitions.of(symbol).ifPresent(d -> found.put(name.span(), new Occurrence(name.span(), d)))));
    bindings.leads().forEach((name, place) -> {
      var definition = definitions.at(place)
          .or(() -> place.equals(name.span()) ? Optional.of(definitions.markAt(name)) : Optional.empty());
      definition.ifPresent(d -> found.put(name.span(), new Occurrence(name.span(), d)));
    });
    bindings.leads().forEach((name, place) -> definitions.at(place)
        .ifPresent(d -> found.put(name.span(), new Occurrence(name.span(), d))));
    for (var definition : definitions.all()) {
      found.putIfAbsent(definition.name().span(), new Occurrence(definition.name().span(), definition));
    }
    var byFile = found.values().stream().collect(groupingBy(o -> o.span().file()));
    byFile.replaceAll((_, occurrences) -> occurrences.stream().sorted(BY_PLACE).toList());
    return new NameIndex(byFile);
  }

  private static Optional<Name> nameOf(Object node) {
    return switch (node) {
      case Name name -> Optional.of(name);
      case QualifiedName qualified -> Optional.of(qualified.last());
      default -> Optional.empty();
    };
  }

  /// Returns the names in `file` that mean something, in order.
  public List<Occurrence> in(String file) {
    return byFile.getOrDefault(file, List.of());
  }

  /// Returns the name that `offset` is in or just behind.
  public Optional<Occurrence> at(String file, int offset) {
    var occurrences = in(file);
    int low = 0;
    int high = occurrences.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (occurrences.get(middle).span().start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 || occurrences.get(low - 1).span().end() < offset
        ? Optional.empty() : Optional.of(occurrences.get(low - 1));
  }

  /// Returns all places that lead to `definition`, its own included, by file and position.
  public List<Span> places(Definition definition) {
    var places = new ArrayList<Span>();
    for (var occurrences : byFile.values()) {
      for (var occurrence : occurrences) {
        if (occurrence.definition().name().span().equals(definition.name().span())
            && occurrence.definition().name().text().equals(definition.name().text())) {
          places.add(occurrence.span());
        }
      }
    }
    places.sort(Comparator.naturalOrder());
    return List.copyOf(places);
  }
}
