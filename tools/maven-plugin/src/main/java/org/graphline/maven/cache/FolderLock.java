package org.graphline.maven.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps builds of one folder, in this JVM and in others, from getting into each other's way. The lock of who is killed
/// is gone with its process.
public final class FolderLock implements AutoCloseable {
  private static final long PAUSE = 50;

  private final Optional<FileChannel> channel;

  private FolderLock(Optional<FileChannel> channel) {
    this.channel = channel;
  }

  /// Waits until nobody else has the lock `name` in `folder`. Where locks do not work, as on some shared disks, it has
  /// none: files are whole all the same.
  ///
  /// @param waiting is called once if somebody else has it
  public static FolderLock take(Path folder, String name, Runnable waiting) throws InterruptedException {
    FileChannel channel;
    try {
      channel = FileChannel.open(Files.createDirectories(folder).resolve(name), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      return new FolderLock(Optional.empty());
    }
    boolean said = false;
    while (true) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return new FolderLock(Optional.of(channel));
        }
      } catch (OverlappingFileLockException e) {
        // somebody in this JVM has it
      } catch (IOException e) {
        return new FolderLock(Optional.of(channel));
      }
      if (!said) {
        said = true;
        waiting.run();
      }
      Thread.sleep(PAUSE);
    }
  }

  @Override
  public void close() {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } catch (IOException e) {
      // It ends with the process at the latest.
    }
  }
}
