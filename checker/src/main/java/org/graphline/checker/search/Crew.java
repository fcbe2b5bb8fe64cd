package org.graphline.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graphline.checker.store.Piece;

/// The workers of a search and the threads they run on; the first one runs on the thread that asks.
final class Crew implements AutoCloseable {
  /// Fewer chunks are not worth waking the others for.
  private static final long WORTH_SHARING = 4;

  private final List<Worker> workers;
  private final int grain;
  private final ExecutorService threads;

  Crew(List<Worker> workers, int grain) {
    this.grain = grain;
    this.workers = List.copyOf(workers);
    this.threads = Executors.newFixedThreadPool(Math.max(1, workers.size() - 1), task -> {
      Thread thread = new Thread(task, "search");
      thread.setDaemon(true);
      return thread;
    });
  }

  Worker first() {
    return workers.getFirst();
  }

  long transitions() {
    return workers.stream().mapToLong(Worker::transitions).sum();
  }

  long passed() {
    return workers.stream().mapToLong(Worker::passed).sum();
  }

  /// Looks at all of `level` and returns once everybody is done.
  ///
  /// @param isCounted whether every state is counted at once; then only one of the workers works
  void explore(Level level, Pass pass, boolean inspecting, boolean isCounted) {
    List<Future<?>> running = new ArrayList<>();
    if (level.size() >= WORTH_SHARING * grain && !isCounted) {
      for (Worker worker : workers.subList(1, workers.size())) {
        running.add(threads.submit(() -> worker.explore(level, pass, inspecting, false)));
      }
    }
    try {
      first().explore(level, pass, inspecting, isCounted);
    } finally {
      running.forEach(Crew::join);
    }
  }

  /// Returns the states found since the last time.
  List<Piece> takeNew() {
    List<Piece> pieces = new ArrayList<>();
    workers.forEach(w -> w.takeNew(pieces::add));
    return pieces;
  }

  private static void join(Future<?> task) {
    boolean interrupted = false;
    while (true) {
      try {
        task.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new AssertionError("a worker failed", e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
