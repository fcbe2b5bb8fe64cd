package org.graphline.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
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
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.graphline.dsl.index.Occurrence;
import org.graphline.lsp.feature.Completing;
import org.graphline.lsp.feature.Diagnosing;
import org.graphline.lsp.feature.Folding;
import org.graphline.lsp.feature.Formatting;
import org.graphline.lsp.feature.Hovers;
import org.graphline.lsp.feature.Lenses;
import org.graphline.lsp.feature.Links;
import org.graphline.lsp.feature.Outline;
import org.graphline.lsp.feature.Renaming;
import org.graphline.lsp.project.Analyzed;
import org.graphline.lsp.project.Snapshot.Located;
import org.graphline.lsp.project.Workspace;
import org.graphline.model.source.Span;

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

  Workspace workspace() {
    return workspace;
  }

  /// Returns the name that the editor has for a file.
  String uri(Path path) {
    return publisher.uri(path);
  }

  /// Tells what a check found out, for as long as its files stay what they are.
  void findings(Analyzed analyzed, int line, Map<Path, List<Diagnostic>> found) {
    publisher.findings(analyzed, line, found);
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

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams parameters) {
    return answer(parameters.getTextDocument(), List.of(), file -> Links.references(file,
        file.positions().offset(parameters.getPosition()), parameters.getContext().isIncludeDeclaration(),
        publisher::uri));
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams parameters) {
    return answer(parameters.getTextDocument(), Either.forLeft(List.of()), file -> Either.forLeft(
        Completing.at(file, file.positions().offset(parameters.getPosition()))));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams parameters) {
    return answer(parameters.getTextDocument(), List.of(),
        file -> Lenses.of(file, parameters.getTextDocument().getUri()));
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams parameters) {
    return answer(parameters.getTextDocument(), List.of(),
        file -> Folding.of(file.analyzed().tree(file.name())));
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
      PrepareRenameParams parameters) {
    return answer(parameters.getTextDocument(), null, file -> occurrence(file, parameters.getPosition())
        .filter(o -> !o.definition().isBuiltIn())
        .map(o -> Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forFirst(
            file.positions().range(o.span()))).orElse(null));
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams parameters) {
    return answer(parameters.getTextDocument(), null, file -> {
      var definition = occurrence(file, parameters.getPosition()).orElseThrow(() -> refused("there is no name here"))
          .definition();
      return switch (Renaming.rename(file.analyzed(), definition, parameters.getNewName())) {
        case Renaming.Result.Refused(var reason) -> throw refused(reason);
        case Renaming.Result.Places(var places) -> edit(file, places, parameters.getNewName());
      };
    });
  }

  static ResponseErrorException refused(String reason) {
    return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, reason, null));
  }

  private WorkspaceEdit edit(Located file, List<Span> places, String newName) {
    var links = new Diagnosing(file.analyzed(), publisher::uri);
    var changes = new LinkedHashMap<String, List<TextEdit>>();
    places.stream().flatMap(place -> links.location(place).stream()).forEach(location ->
        changes.computeIfAbsent(location.getUri(), _ -> new ArrayList<>())
            .add(new TextEdit(location.getRange(), newName)));
    return new WorkspaceEdit(changes);
  }

  private static Optional<Occurrence> occurrence(Located file, Position position) {
    return file.analyzed().index().at(file.name(), file.positions().offset(position));
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
