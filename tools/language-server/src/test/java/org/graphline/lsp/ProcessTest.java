package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.graphline.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The server as an editor starts it: a process of its own, spoken to over standard input and output.
@Timeout(120)
class ProcessTest {
  @TempDir Path folder;

  private Process start() throws IOException {
    var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), Main.class.getName(), "lsp");
    // with these the JVM itself writes to standard error
    builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    return builder.redirectError(folder.resolve("err").toFile()).start();
  }

  @Test void anEditorStartsItGetsADiagnosticAndSaysGoodBye() throws Exception {
    var process = start();
    try (var threads = Executors.newCachedThreadPool()) {
      var told = new Told();
      var launcher = LSPLauncher.createClientLauncher(told, process.getInputStream(), process.getOutputStream(),
          threads, consumer -> consumer);
      var listening = launcher.startListening();
      var server = launcher.getRemoteProxy();
      var parameters = new InitializeParams();
      parameters.setCapabilities(new ClientCapabilities());
      parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "folder")));
      assertThat(Editor.await(server.initialize(parameters)).getServerInfo().getName()).isEqualTo("graphline");
      server.initialized(new InitializedParams());
      String uri = folder.resolve("inn.graphline").toUri().toString();
      server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "graphline", 1,
          Inn.TEXT.replace("receive from dish", "receive from dsh"))));
      assertThat(told.await(uri, 1)).extracting(d -> d.getCode().getLeft()).containsExactly("GL0202");
      Editor.await(server.shutdown());
      server.exit();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      listening.get(60, TimeUnit.SECONDS);
      assertThat(told.messages()).isEmpty();
      assertThat(Files.readString(folder.resolve("err"))).isEmpty();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test void whenTheEditorIsGoneWithoutAGoodByeTheServerEndsToo() throws Exception {
    var process = start();
    try {
      process.getOutputStream().close();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(folder.resolve("err"))).isEmpty();
      assertThat(process.exitValue()).isEqualTo(1);
    } finally {
      process.destroyForcibly();
    }
  }
}
