package org.graphline.lsp.project;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.graphline.cli.console.World;

/// The documents that are open, as they change. Changes come from one thread; anybody may ask for the state they lead
/// to.
public final class Workspace {

  private final World world;
  private final Analyses analyses = new Analyses();
  private final Map<String, Document> documents = new HashMap<>();
  private volatile Snapshot current;

  /// A workspace in which nothing is open. Names of files are shown relative to the directory of `world`.
  public Workspace(World world) {
    this.world = world;
    this.current = new Snapshot(world, documents, analyses);
  }

  /// Returns the state after all changes so far.
  public Snapshot current() {
    return current;
  }

  /// Notes that a document was opened.
  public void open(String uri, int version, String text) {
    documents.put(uri, new Document(uri, path(uri), version, text));
    advance();
  }

  /// Notes that a document has changed; one that is not open is left alone.
  public void change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
    documents.computeIfPresent(uri, (_, document) -> document.changed(version, changes));
    advance();
  }

  /// Notes that a document was closed: what is on disk counts again.
  public void close(String uri) {
    documents.remove(uri);
    advance();
  }

  /// Notes that something has changed on disk.
  public void refresh() {
    advance();
  }

  private void advance() {
    current = new Snapshot(world, documents, analyses);
  }

  /// Returns the file that `uri` means; for one that is not a file a place of its own where nothing lies.
  private Path path(String uri) {
    try {
      return Path.of(URI.create(uri)).toAbsolutePath().normalize();
    } catch (IllegalArgumentException | FileSystemNotFoundException _) {
      String name = HexFormat.of().toHexDigits(uri.hashCode());
      return world.directory().resolve(".unsaved-" + name).resolve("unsaved.graphline");
    }
  }
}
