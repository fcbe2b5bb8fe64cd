package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What docs/mini.md says of its program and no output can show.
class MiniTest {
  private static final Path MINI = Folders.ROOT.resolve("examples/mini/Mini.java");

  @TempDir
  private Path classes;

  /// Once both clerks wait in `send` neither ever moves again: each is woken by the other's `receive` alone, which
  /// comes after its `send`.
  @Test @Timeout(60) void theCycleHangs() throws Exception {
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(),
        MINI.toString())).isZero();
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      var constructor = loader.loadClass("Mini").getDeclaredConstructor();
      constructor.setAccessible(true);
      Object mini = constructor.newInstance();
      var main = mini.getClass().getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      var group = new ThreadGroup("mini");
      var starter = new Thread(group, () -> {
        try {
          main.invoke(mini, (Object) new String[] {"cycle"});
        } catch (InvocationTargetException e) {
          assertThat(e).hasCauseInstanceOf(InterruptedException.class);
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      });
      starter.start();
      List<Thread> clerks = waitingToSend(group);
      while (clerks.size() < 2) {
        Thread.sleep(5);
        clerks = waitingToSend(group);
      }
      assertThat(starter.isAlive()).isTrue();
      group.interrupt();
      starter.join();
    }
  }

  private static List<Thread> waitingToSend(ThreadGroup group) {
    var threads = new Thread[10];
    int count = group.enumerate(threads);
    return Stream.of(threads).limit(count).filter(thread -> Stream.of(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("send")) && thread.getState() == Thread.State.WAITING)
        .toList();
  }

  @Test void takesSomeSixtyLines() throws Exception {
    assertThat(Files.readAllLines(MINI).stream().map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))).hasSizeBetween(50, 65);
  }
}
