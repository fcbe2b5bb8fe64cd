package org.graphline.maven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Remembers answers in a folder, one file each, by a key that stands for everything that decides the answer.
///
/// Builds may use one folder at the same time and may be killed at any moment: an entry is written beside its place and
/// moved there, and what is not whole all the same is not believed.
///
/// @param folder  the folder; it is made when something is stored
/// @param entries how many entries are kept; beyond, the ones used longest ago go
public record AnswerCache(Path folder, int entries) {
  private static final String SUFFIX = ".answer";
  private static final long LARGEST = 64L << 20;
  private static final Duration ABANDONED = Duration.ofDays(1);

  /// Returns the answer stored under `key`; empty if there is none that is whole.
  public Optional<Answer> find(String key) {
    Path file = file(key);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      Optional<Answer> answer = AnswerFormat.read(key, Files.readAllBytes(file));
      if (answer.isPresent()) {
        touch(file);
      }
      return answer;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Stores an answer. It is an exception if the disk is full, say; then there is what was there before.
  public void store(String key, Answer answer) throws IOException {
    byte[] bytes = AnswerFormat.write(key, answer);
    if (bytes.length <= LARGEST) {
      WholeFile.write(file(key), bytes);
      prune();
    }
  }

  private Path file(String key) {
    return folder.resolve(key + SUFFIX);
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // It was removed meanwhile, or may only be read; the answer is known in any case.
    }
  }

  private void prune() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.toList();
      files.stream().filter(f -> f.toString().endsWith(SUFFIX))
          .sorted(Comparator.comparing(AnswerCache::lastUsed).reversed()).skip(entries)
          .forEach(AnswerCache::forget);
      Instant before = Instant.now().minus(ABANDONED);
      files.stream().filter(f -> f.toString().endsWith(WholeFile.PART) && lastUsed(f).toInstant().isBefore(before))
          .forEach(AnswerCache::forget);
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.from(Instant.MAX); // somebody else has removed it
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It stays until the next time.
    }
  }
}
