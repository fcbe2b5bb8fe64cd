package org.graphline.lsp;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.graphline.cli.console.EditorServer;
import org.graphline.cli.console.World;

/// `graphline lsp`: one editor over standard input and output.
public final class StdioServer implements EditorServer {

  /// For [java.util.ServiceLoader].
  public StdioServer() {}

  @Override
  public int serve(World world) {
    var threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("lsp-", 0).factory());
    try (var server = new Server(world)) {
      var launcher = LSPLauncher.createServerLauncher(server, world.in(), world.out(), threads, consumer -> consumer);
      server.connect(launcher.getRemoteProxy());
      var listening = launcher.startListening();
      server.onExit(() -> listening.cancel(true));
      try {
        listening.get();
      } catch (CancellationException _) {
        // the editor said good-bye
      }
      return server.isShutDown() ? 0 : 1;
    } catch (ExecutionException e) {
      throw new AssertionError("listening to the editor", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      threads.shutdown();
    }
  }
}
