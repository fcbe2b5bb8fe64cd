package org.graphline.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.graphline.lsp.feature.Diagnosing;
import org.graphline.lsp.project.Analyzed;
import org.graphline.lsp.project.Document;
import org.graphline.lsp.project.Snapshot;
import org.graphline.lsp.project.Workspace;

/// Tells the editor what is wrong, as it types. One thread works on the latest state; a state that is not the latest any
/// more is given up.
final class Publisher {

  private final Workspace workspace;
  private final LanguageClient client;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("diagnostics").factory());
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final Map<Analyzed, Map<Integer, Map<Path, List<Diagnostic>>>> findings = new IdentityHashMap<>();
  private volatile boolean stopped;
  private final Map<Path, Published> published = new HashMap<>();

  /// What the editor was last told about a file.
  private record Published(List<Diagnostic> diagnostics, Integer version) {}

  Publisher(Workspace workspace, LanguageClient client) {
    this.workspace = workspace;
    this.client = client;
  }

  /// Asks for the diagnostics of the latest state to be told, soon.
  void publish() {
    if (!stopped && waiting.compareAndSet(false, true)) {
      thread.execute(this::run);
    }
  }

  /// Tells what a check found out beside the diagnostics, for as long as its files stay what they are.
  void findings(Analyzed analyzed, int line, Map<Path, List<Diagnostic>> found) {
    synchronized (findings) {
      findings.computeIfAbsent(analyzed, _ -> new TreeMap<>()).put(line, found);
    }
    publish();
  }

  /// Tells nothing more. A message that is being written is not interrupted, since that would close the stream.
  void stop() {
    stopped = true;
    thread.shutdown();
  }

  /// Returns the name that the editor has for a file.
  String uri(Path path) {
    var document = workspace.current().byPath().get(path);
    return document == null ? path.toUri().toString() : document.uri();
  }

  private void run() {
    waiting.set(false);
    if (stopped) {
      return;
    }
    var snapshot = workspace.current();
    try {
      tell(snapshot);
    } catch (RuntimeException | AssertionError | StackOverflowError mistake) {
      client.logMessage(new MessageParams(MessageType.Error, "internal error in the diagnostics: " + mistake));
    }
  }

  private void tell(Snapshot snapshot) {
    var found = new HashMap<Path, Set<Diagnostic>>();
    var files = new LinkedHashSet<Path>();
    var active = snapshot.active();
    for (Analyzed analyzed : active) {
      var diagnostics = analyzed.diagnostics(() -> stopped || workspace.current() != snapshot);
      if (diagnostics.isEmpty()) {
        return;
      }
      analyzed.specification().unit().files().forEach(file -> files.add(file.path()));
      new Diagnosing(analyzed, this::uri).byFile(diagnostics.get()).forEach((path, list) ->
          found.computeIfAbsent(path, _ -> new LinkedHashSet<>()).addAll(list));
    }
    synchronized (findings) {
      findings.keySet().removeIf(analyzed -> active.stream().noneMatch(a -> a == analyzed));
      findings.values().forEach(byLine -> byLine.values().forEach(byFile -> byFile.forEach((path, list) ->
          found.computeIfAbsent(path, _ -> new LinkedHashSet<>()).addAll(list))));
    }
    var documents = snapshot.byPath();
    files.addAll(documents.keySet());
    for (Path path : files) {
      tell(path, List.copyOf(found.getOrDefault(path, Set.of())), documents.get(path));
    }
    for (Path path : new ArrayList<>(published.keySet())) {
      if (!files.contains(path)) {
        tell(path, List.of(), null);
        published.remove(path);
      }
    }
  }

  private void tell(Path path, List<Diagnostic> diagnostics, Document document) {
    var now = new Published(diagnostics, document == null ? null : document.version());
    var before = published.put(path, now);
    boolean nothingNew = before == null ? diagnostics.isEmpty() && document == null : before.equals(now);
    if (!nothingNew && !stopped) {
      var parameters = new PublishDiagnosticsParams(document == null ? uri(path) : document.uri(), diagnostics);
      parameters.setVersion(now.version());
      client.publishDiagnostics(parameters);
    }
  }
}
