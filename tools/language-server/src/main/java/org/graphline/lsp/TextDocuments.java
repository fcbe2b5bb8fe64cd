package org.graphline.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.graphline.lsp.feature.Formatting;
import org.graphline.lsp.feature.Hovers;
import org.graphline.lsp.feature.Links;
import org.graphline.lsp.feature.Outline;
import org.graphline.lsp.project.Snapshot.Located;
import org.graphline.lsp.project.Workspace;

/// What the editor says and asks about documents. A question is about the state in which the documents are when it
/// arrives; it is answered on another thread, from an analysis that all questions about that state share.
final class TextDocuments implements TextDocumentService {

  private final Executor threads;
  private Workspace workspace;
  private Publisher publisher;

  TextDocuments(Executor threads) {
    this.threads = threads;
  }

  void start(Workspace opened, LanguageClient client) {
    workspace = opened;
    publisher = new Publisher(opened, client);
  }

  void stop() {
    if (publisher != null) {
      publisher.stop();
    }
  }

  /// Notes that something has changed on disk.
  void refresh() {
    workspace.refresh();
    publisher.publish();
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams parameters) {
    var document = parameters.getTextDocument();
    workspace.open(document.getUri(), document.getVersion(), document.getText());
    publisher.publish();
  }

  @Override
  public void didChange(DidChangeTextDocumentParams parameters) {
    var document = parameters.getTextDocument();
    workspace.change(document.getUri(), document.getVersion(), parameters.getContentChanges());
    publisher.publish();
  }

  @Override
  public void didClose(DidCloseTextDocumentParams parameters) {
    workspace.close(parameters.getTextDocument().getUri());
    publisher.publish();
  }

  @Override
  public void didSave(DidSaveTextDocumentParams parameters) {
    refresh();
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams parameters) {
    return answer(parameters.getTextDocument(), null, file ->
        Hovers.at(file, file.positions().offset(parameters.getPosition())).orElse(null));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
      DefinitionParams parameters) {
    return answer(parameters.getTextDocument(), Either.forLeft(List.of()), file -> Either.forLeft(
        Links.definition(file, file.positions().offset(parameters.getPosition()), publisher::uri)));
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams parameters) {
    return answer(parameters.getTextDocument(), List.of(), file -> Outline.of(file).stream()
        .map(Either::<SymbolInformation, DocumentSymbol>forRight).toList());
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams parameters) {
    return answer(parameters.getTextDocument(), List.of(), file -> Formatting.of(file.file().source()));
  }

  /// Returns the answer to a question about the document as it is now; `nothing` if it is not open.
  private <T> CompletableFuture<T> answer(TextDocumentIdentifier document, T nothing, Function<Located, T> question) {
    var snapshot = workspace.current();
    return CompletableFutures.computeAsync(threads, cancelled -> {
      cancelled.checkCanceled();
      var located = snapshot.located(document.getUri());
      cancelled.checkCanceled();
      return located.map(question).orElse(nothing);
    });
  }
}
