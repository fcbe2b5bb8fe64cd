package org.graphline.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/// What a server has told the editor on its own.
final class Told implements LanguageClient {

  private static final long PATIENCE_SECONDS = 60;

  private final Map<String, PublishDiagnosticsParams> latest = new HashMap<>();
  private final List<String> messages = new ArrayList<>();

  @Override
  public synchronized void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    latest.put(diagnostics.getUri(), diagnostics);
    notifyAll();
  }

  /// Waits for the diagnostics of this version of a document; null is a file that is not open.
  List<Diagnostic> await(String uri, Integer version) {
    return await(uri, version, _ -> true);
  }

  /// Waits for diagnostics of this version of a document that pass `wanted`.
  synchronized List<Diagnostic> await(String uri, Integer version, Predicate<List<Diagnostic>> wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!latest.containsKey(uri) || !java.util.Objects.equals(latest.get(uri).getVersion(), version)
        || !wanted.test(latest.get(uri).getDiagnostics())) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("no diagnostics of version " + version + " of " + uri + " in " + latest + messages);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return latest.get(uri).getDiagnostics();
  }

  /// Returns what was shown or logged.
  synchronized List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public synchronized void showMessage(MessageParams message) {
    messages.add(message.getMessage());
  }

  @Override
  public synchronized void logMessage(MessageParams message) {
    messages.add(message.getMessage());
  }

  @Override
  public void telemetryEvent(Object object) {
    throw new AssertionError("nobody asked for telemetry: " + object);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams parameters) {
    throw new AssertionError("nobody asked to be asked: " + parameters);
  }
}
