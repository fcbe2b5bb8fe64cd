package org.graphline.lsp.project;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.graphline.model.source.SourceFile;

/// A file that is open in the editor.
///
/// @param uri     its name in the editor
/// @param path    where it lies, absolute; for a text that was never saved a place where nothing lies
/// @param version counts its states, as the editor does
public record Document(String uri, Path path, int version, String text) {

  /// Returns the document after `changes`, one after the other; one without a range is the whole new text.
  Document changed(int newVersion, List<TextDocumentContentChangeEvent> changes) {
    String now = text;
    for (var change : changes) {
      now = change.getRange() == null ? change.getText() : replaced(now, change);
    }
    return new Document(uri, path, newVersion, now);
  }

  private static String replaced(String text, TextDocumentContentChangeEvent change) {
    var positions = new Positions(new SourceFile("", text));
    int start = positions.offset(change.getRange().getStart());
    int end = Math.max(start, positions.offset(change.getRange().getEnd()));
    return text.substring(0, start) + change.getText() + text.substring(end);
  }
}
