package org.graphline.lsp;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/// What the editor says and asks about the workspace as a whole.
final class WorkspaceCalls implements WorkspaceService {

  private final TextDocuments documents;

  WorkspaceCalls(TextDocuments documents) {
    this.documents = documents;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams parameters) {
    // there is nothing to configure
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams parameters) {
    documents.refresh();
  }
}
