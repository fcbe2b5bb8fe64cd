package org.graphline.lsp;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.lsp.check.Checks;
import org.graphline.lsp.check.FindingDiagnostics;
import org.graphline.lsp.check.Pictures;
import org.graphline.lsp.feature.Lenses;
import org.graphline.lsp.project.Snapshot;
import org.graphline.lsp.project.Snapshot.Located;
import org.graphline.lsp.project.Workspace;

/// What the editor says and asks about the workspace as a whole: files that have changed on disk, and commands. Checks run
/// one at a time, on a thread of their own.
final class WorkspaceCalls implements WorkspaceService {

  private final TextDocuments documents;
  private final World world;
  private final ExecutorService checks =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("checks").factory());
  private volatile boolean stopped;

  WorkspaceCalls(TextDocuments documents, World world) {
    this.documents = documents;
    this.world = world;
  }

  void stop() {
    stopped = true;
    checks.shutdown();
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams parameters) {
    // there is nothing to configure
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams parameters) {
    documents.refresh();
  }

  /// Answers `graphline.check` with what `graphline check` prints, once the findings have been told as diagnostics, and
  /// `graphline.draw` with SVG.
  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams parameters) {
    var arguments = parameters.getArguments() == null ? List.of() : parameters.getArguments();
    var snapshot = documents.workspace().current();
    String uri = text(arguments, 0);
    return switch (parameters.getCommand()) {
      case Lenses.CHECK -> CompletableFutures.computeAsync(checks,
          cancelled -> check(snapshot, located(snapshot, uri), Integer.parseInt(text(arguments, 1)), cancelled));
      case Lenses.DRAW -> CompletableFutures.computeAsync(checks, _ -> draw(located(snapshot, uri), text(arguments, 1)));
      default -> CompletableFuture.failedFuture(TextDocuments.refused("there is no command " + parameters.getCommand()));
    };
  }

  private static String text(List<?> arguments, int index) {
    return index >= arguments.size() ? "" : arguments.get(index) instanceof JsonPrimitive primitive
        ? primitive.getAsString() : String.valueOf(arguments.get(index));
  }

  private static Located located(Snapshot snapshot, String uri) {
    return snapshot.located(uri).orElseThrow(() -> TextDocuments.refused(uri + " is not open"));
  }

  private static String draw(Located located, String graph) {
    try {
      return Pictures.svg(located, graph);
    } catch (WrongUsage e) {
      throw TextDocuments.refused(e.getMessage());
    }
  }

  private Map<String, Object> check(Snapshot snapshot, Located located, int line, CancelChecker cancelled) {
    var stale = new Stale(documents.workspace(), snapshot, located);
    var checked = Checks.run(located, line + 1, world, () -> stopped || cancelled.isCanceled() || stale.isStale())
        .orElseThrow(() -> TextDocuments.refused("it does not compile, or no check starts here"));
    cancelled.checkCanceled();
    if (stale.isStale()) {
      throw TextDocuments.refused("the text has changed meanwhile");
    }
    documents.findings(located.analyzed(), line,
        new FindingDiagnostics(located.analyzed(), documents::uri).of(checked.reports()));
    return Map.of("text", checked.text());
  }

  /// Whether the files of a check are not any more what they were when it was asked for.
  private static final class Stale {
    private final Workspace workspace;
    private final Located located;
    private final String uri;
    private volatile Snapshot looked;
    private volatile boolean stale;

    Stale(Workspace workspace, Snapshot snapshot, Located located) {
      this.workspace = workspace;
      this.located = located;
      this.looked = snapshot;
      this.uri = snapshot.byPath().get(located.file().path()).uri();
    }

    boolean isStale() {
      var now = workspace.current();
      if (!stale && now != looked) {
        stale = now.located(uri).filter(l -> l.analyzed() == located.analyzed()).isEmpty();
        looked = now;
      }
      return stale;
    }
  }
}
