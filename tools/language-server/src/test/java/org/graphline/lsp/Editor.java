package org.graphline.lsp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.graphline.cli.console.World;
import org.graphline.lsp.project.Positions;
import org.graphline.model.source.SourceFile;

/// An editor that talks to a server in this JVM over pipes, as another process would.
final class Editor implements AutoCloseable {

  /// How long an answer may take before the test fails: much longer than it ever does.
  private static final long PATIENCE_SECONDS = 60;

  final Path folder;
  final Told told = new Told();
  final LanguageServer server;
  final InitializeResult initialized;
  private final Server inProcess;
  private final Future<Void> serving;
  private final Future<Void> listening;
  private final OutputStream toServerSink;
  private final Pipe.SinkChannel toEditorSink;
  private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();

  Editor(Path folder) {
    this(folder, new ClientCapabilities());
  }

  Editor(Path folder, ClientCapabilities capabilities) {
    this.folder = folder;
    try {
      var toServer = Pipe.open();
      var toEditor = Pipe.open();
      var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      inProcess = new Server(new World(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, folder, false, false,
          Map.of(), System::nanoTime));
      var served = LSPLauncher.createServerLauncher(inProcess, Channels.newInputStream(toServer.source()),
          Channels.newOutputStream(toEditor.sink()), threads, consumer -> consumer);
      inProcess.connect(served.getRemoteProxy());
      serving = served.startListening();
      toServerSink = Channels.newOutputStream(toServer.sink());
      toEditorSink = toEditor.sink();
      var launcher = LSPLauncher.createClientLauncher(told, Channels.newInputStream(toEditor.source()),
          toServerSink, threads, consumer -> consumer);
      listening = launcher.startListening();
      server = launcher.getRemoteProxy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var parameters = new InitializeParams();
    parameters.setCapabilities(capabilities);
    parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "folder")));
    initialized = await(server.initialize(parameters));
    server.initialized(new InitializedParams());
  }

  /// Returns what a future brings.
  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  String uri(String name) {
    return folder.resolve(name).toUri().toString();
  }

  TextDocumentIdentifier document(String name) {
    return new TextDocumentIdentifier(uri(name));
  }

  /// Writes a file without opening it.
  void save(String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Opens a document with a text that may differ from what is on disk, if anything is there.
  void open(String name, String text) {
    texts.put(name, text);
    versions.put(name, 1);
    server.getTextDocumentService().didOpen(
        new DidOpenTextDocumentParams(new TextDocumentItem(uri(name), "graphline", 1, text)));
  }

  void close(String name) {
    texts.remove(name);
    server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(document(name)));
  }

  String text(String name) {
    return texts.get(name);
  }

  /// Replaces the stretch between two offsets, telling the server only of that.
  void edit(String name, int start, int end, String replacement) {
    edit(name, new Positions(new SourceFile(name, texts.get(name))).range(start, end), start, end, replacement);
  }

  /// Replaces the stretch between two offsets, telling the server that it is `range`.
  void edit(String name, Range range, int start, int end, String replacement) {
    String before = texts.get(name);
    change(name, before.substring(0, start) + replacement + before.substring(end),
        new TextDocumentContentChangeEvent(range, replacement));
  }

  /// Puts `replacement` where `marked` stands.
  void replace(String name, String marked, String replacement) {
    int start = text(name).indexOf(marked);
    edit(name, start, start + marked.length(), replacement);
  }

  /// Replaces the whole text, telling the server the whole.
  void rewrite(String name, String text) {
    change(name, text, new TextDocumentContentChangeEvent(text));
  }

  private void change(String name, String text, TextDocumentContentChangeEvent event) {
    texts.put(name, text);
    int version = versions.merge(name, 1, Integer::sum);
    server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
        new VersionedTextDocumentIdentifier(uri(name), version), List.of(event)));
  }

  /// Returns the diagnostics of an open document as it is now, once the server has told them.
  List<Diagnostic> diagnostics(String name) {
    return told.await(uri(name), versions.get(name));
  }

  /// Returns the position of the first character of `marked`, `after` characters on.
  Position at(String name, String marked, int after) {
    int offset = text(name).indexOf(marked);
    if (offset < 0) {
      throw new AssertionError(marked + " is not in " + text(name));
    }
    return new Positions(new SourceFile(name, text(name))).position(offset + after);
  }

  /// Returns what stands in a document at `range`.
  String text(String name, Range range) {
    var positions = new Positions(new SourceFile(name, text(name)));
    return text(name).substring(positions.offset(range.getStart()), positions.offset(range.getEnd()));
  }

  @Override
  public void close() {
    await(server.shutdown());
    server.exit();
    try {
      toServerSink.close();
      serving.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      inProcess.close();
      toEditorSink.close();
      listening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
    threads.shutdown();
  }
}
