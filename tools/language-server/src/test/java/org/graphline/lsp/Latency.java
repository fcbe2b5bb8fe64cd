package org.graphline.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.graphline.lsp.project.Positions;
import org.graphline.model.source.SourceFile;

/// How long answers take on a generated file of 2,000 lines, from sending the question to having the answer. A
/// program, not a test: figures depend on the machine.
public final class Latency {

  private static final String FILE = "long.graphline";
  private static final int LINES = 2_000;
  private static final int WARM_UP = 300;
  private static final int MEASURED = 200;

  private Latency() {}

  /// Prints the medians.
  public static void main(String[] arguments) throws IOException {
    var folder = Files.createTempDirectory("latency");
    try (var editor = new Editor(folder)) {
      String text = text();
      editor.open(FILE, text);
      int mistakes = editor.diagnostics(FILE).size();
      System.out.printf("%,d lines, %,d characters, %d diagnostics%n", text.lines().count(), text.length(), mistakes);
      var chance = new Random(1);
      for (boolean typing : new boolean[] {false, true}) {
        String when = typing ? "right after a keystroke" : "of a text at rest";
        measure("hover " + when, typing, editor, chance, offset -> Editor.await(editor.server.getTextDocumentService()
            .hover(new HoverParams(editor.document(FILE), position(editor, offset)))));
        measure("completion " + when, typing, editor, chance, offset ->
            Editor.await(editor.server.getTextDocumentService().completion(
                new CompletionParams(editor.document(FILE), position(editor, offset)))));
      }
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private static void measure(String what, boolean typing, Editor editor, Random chance, IntConsumer question) {
    var nanos = new long[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      editor.diagnostics(FILE);
      int at = chance.nextInt(editor.text(FILE).length());
      if (typing) {
        int end = editor.text(FILE).indexOf('\n', at);
        editor.edit(FILE, end, end, " ");
      }
      long start = System.nanoTime();
      question.accept(at);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(Locale.ROOT, "%s: median %.1f ms, 95%% below %.1f ms%n", what, nanos[MEASURED / 2] / 1e6,
        nanos[MEASURED * 95 / 100] / 1e6);
  }

  private static Position position(Editor editor, int offset) {
    return new Positions(new SourceFile(FILE, editor.text(FILE))).position(offset);
  }

  /// As many inns as fit, each with its own cook, guest, graph and check.
  private static String text() {
    var text = new StringBuilder("package inns;\n");
    for (int i = 0; text.toString().lines().count() < LINES - Inn.TEXT.lines().count(); i++) {
      String name = "Inn" + i;
      text.append(Inn.TEXT.replace("package inn;\n", "").replace("Inn", name).replace("Cook", "Cook" + i)
          .replace("Guest", "Guest" + i));
    }
    while (text.toString().lines().count() < LINES) {
      text.append("// the end\n");
    }
    return text.toString();
  }
}
