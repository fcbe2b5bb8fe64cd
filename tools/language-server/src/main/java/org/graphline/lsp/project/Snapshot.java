package org.graphline.lsp.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.cli.console.World;
import org.graphline.cli.input.SpecFile;
import org.graphline.cli.input.SpecFiles;
import org.graphline.cli.input.Unit;
import org.graphline.cli.input.Units;

/// All open documents in one state. What belongs together is worked out when it is first asked for.
public final class Snapshot {

  private final World world;
  private final Map<String, Document> documents;
  private final Analyses analyses;
  private final Map<Path, Unit> units = new HashMap<>();

  Snapshot(World world, Map<String, Document> documents, Analyses analyses) {
    this.world = world;
    this.documents = Map.copyOf(documents);
    this.analyses = analyses;
  }

  /// A file of an analyzed state.
  public record Located(Analyzed analyzed, SpecFile file) {

    /// Returns the positions in the file.
    public Positions positions() {
      return new Positions(file.source());
    }

    /// Returns the name that the front end knows the file by.
    public String name() {
      return file.source().name();
    }
  }

  /// Returns the open document called `uri`.
  public Optional<Document> document(String uri) {
    return Optional.ofNullable(documents.get(uri));
  }

  /// Returns the open documents by file.
  public Map<Path, Document> byPath() {
    var byPath = new HashMap<Path, Document>();
    documents.values().forEach(document -> byPath.put(document.path(), document));
    return byPath;
  }

  /// Returns the file that is open as `uri` with those it belongs to, analyzed.
  public Optional<Located> located(String uri) {
    return document(uri).flatMap(document -> {
      var unit = unit(document.path());
      return unit.map(u -> {
        var analyzed = analyses.of(u);
        return new Located(analyzed, u.files().stream().filter(f -> f.path().equals(document.path())).findFirst()
            .orElseThrow());
      });
    });
  }

  /// Returns all that open documents belong to, analyzed.
  public List<Analyzed> active() {
    var found = new LinkedHashSet<Unit>();
    documents.values().stream().map(Document::path).sorted().forEach(path -> unit(path).ifPresent(found::add));
    return found.stream().map(analyses::of).toList();
  }

  private synchronized Optional<Unit> unit(Path path) {
    if (!units.containsKey(path)) {
      var files = files();
      var inFolder = new ArrayList<SpecFile>();
      files.in(path.getParent()).forEach(p -> files.tryRead(p).ifPresent(inFolder::add));
      if (inFolder.stream().noneMatch(f -> f.path().equals(path))) {
        files.tryRead(path).ifPresent(inFolder::add);
      }
      for (var unit : Units.of(files, inFolder)) {
        unit.given().forEach(file -> units.put(file.path(), unit));
      }
    }
    return Optional.ofNullable(units.get(path));
  }

  private SpecFiles files() {
    var unsaved = new HashMap<Path, String>();
    documents.values().forEach(document -> unsaved.put(document.path(), document.text()));
    return new SpecFiles(world, unsaved);
  }
}
