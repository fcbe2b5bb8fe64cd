package org.graphline.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.graphline.cli.console.Version;
import org.graphline.cli.console.World;
import org.graphline.lsp.feature.Lenses;
import org.graphline.lsp.project.Workspace;

/// The language server: one editor, from `initialize` to `exit`.
public final class Server implements LanguageServer, LanguageClientAware, AutoCloseable {

  private static final int THREADS = 2;

  private final World world;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().name("answers-", 0).factory());
  private final TextDocuments documents;
  private final WorkspaceCalls calls;
  private LanguageClient client;
  private Runnable exit = () -> { };
  private volatile boolean shutDown;

  /// A server that shows names of files relative to the directory of `world`, until the editor says where it works.
  public Server(World world) {
    this.world = world;
    this.documents = new TextDocuments(threads);
    this.calls = new WorkspaceCalls(documents, world);
  }

  @Override
  public void connect(LanguageClient editor) {
    client = editor;
  }

  /// Says what to do when the editor wants the server to end.
  void onExit(Runnable action) {
    exit = action;
  }

  /// Reports whether the editor has said `shutdown`.
  boolean isShutDown() {
    return shutDown;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
    Path directory = directory(parameters).orElse(world.directory());
    var here = new World(world.in(), world.out(), world.err(), directory, world.outTerminal(), world.errTerminal(),
        world.environment(), world.nanoTime());
    documents.start(new Workspace(here), client);
    return CompletableFuture.completedFuture(
        new InitializeResult(capabilities(), new ServerInfo("graphline", Version.TEXT)));
  }

  private static Optional<Path> directory(InitializeParams parameters) {
    List<WorkspaceFolder> folders = parameters.getWorkspaceFolders();
    @SuppressWarnings("deprecation") // what older editors say
    String root = folders == null || folders.isEmpty() ? parameters.getRootUri() : folders.getFirst().getUri();
    try {
      return Optional.ofNullable(root).map(uri -> Path.of(URI.create(uri)).toAbsolutePath().normalize());
    } catch (IllegalArgumentException | FileSystemNotFoundException _) {
      return Optional.empty();
    }
  }

  private static ServerCapabilities capabilities() {
    var capabilities = new ServerCapabilities();
    capabilities.setPositionEncoding(PositionEncodingKind.UTF16);
    var sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    capabilities.setTextDocumentSync(sync);
    capabilities.setHoverProvider(true);
    capabilities.setDefinitionProvider(true);
    capabilities.setDocumentSymbolProvider(true);
    capabilities.setDocumentFormattingProvider(true);
    capabilities.setReferencesProvider(true);
    capabilities.setFoldingRangeProvider(true);
    capabilities.setRenameProvider(new RenameOptions(true));
    capabilities.setCompletionProvider(new CompletionOptions(false, List.of(".")));
    capabilities.setCodeLensProvider(new CodeLensOptions(false));
    capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(Lenses.CHECK, Lenses.DRAW)));
    return capabilities;
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    shutDown = true;
    documents.stop();
    calls.stop();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    exit.run();
  }

  @Override
  public void setTrace(SetTraceParams parameters) {
    // there is nothing to trace
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return calls;
  }

  @Override
  public void close() {
    documents.stop();
    calls.stop();
    threads.shutdown();
  }
}
