package org.graphline.maven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is remembered of answers, also when builds are killed and disks lie.
class AnswerCacheTest {
  private static final String KEY = new Fingerprint().add("one").hex();
  private static final String OTHER = new Fingerprint().add("another").hex();
  private static final long SEED = 20_261_129;

  @TempDir
  private Path folder;

  @Test void remembersAnAnswerWithAllItsFiles() throws IOException {
    AnswerCache cache = cache(10);
    assertThat(cache.find(KEY)).isEmpty();
    cache.store(KEY, answer(1, "✗ DL-1  deadlock"));
    Answer found = cache.find(KEY).orElseThrow();
    assertThat(found.exitCode()).isEqualTo(1);
    assertThat(found.text()).containsExactly("✗ DL-1  deadlock", "", "1 property");
    assertThat(found.file(Answer.SARIF)).isEqualTo("{\"of\": \"✗ DL-1  deadlock\"}");
    assertThat(found.files()).containsOnlyKeys(Answer.SARIF, "traces/DL-1.trace.json");
    assertThat(cache.find(OTHER)).isEmpty();
  }

  @Test void doesNotBelieveAnEntryThatIsCutOffAnywhere() throws IOException {
    cache(10).store(KEY, answer(0, "holds"));
    byte[] whole = Files.readAllBytes(entry(KEY));
    for (int length = 0; length < whole.length; length++) {
      Files.write(entry(KEY), java.util.Arrays.copyOf(whole, length));
      assertThat(cache(10).find(KEY)).as("cut off after %d bytes", length).isEmpty();
    }
    Files.write(entry(KEY), whole);
    assertThat(cache(10).find(KEY)).isPresent();
  }

  @Test void doesNotBelieveAnEntryWithBytesChangedAtRandom() throws IOException {
    cache(10).store(KEY, answer(0, "holds"));
    byte[] whole = Files.readAllBytes(entry(KEY));
    var random = new Random(SEED);
    for (int trial = 0; trial < 2_000; trial++) {
      byte[] changed = whole.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
      }
      if (!java.util.Arrays.equals(changed, whole)) {
        Files.write(entry(KEY), changed);
        assertThat(cache(10).find(KEY)).as("trial %d", trial).isEmpty();
      }
    }
  }

  @Test void doesNotBelieveAnEntryWithSomethingBehindIt() throws IOException {
    cache(10).store(KEY, answer(0, "holds"));
    Files.write(entry(KEY), new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertThat(cache(10).find(KEY)).isEmpty();
  }

  @Test void doesNotTakeTheAnswerToAnotherQuestion() throws IOException {
    cache(10).store(KEY, answer(0, "holds"));
    Files.move(entry(KEY), entry(OTHER));
    assertThat(cache(10).find(OTHER)).isEmpty();
  }

  @Test void aCorruptEntryIsReplacedByTheNextAnswer() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(entry(KEY), "nonsense");
    assertThat(cache(10).find(KEY)).isEmpty();
    cache(10).store(KEY, answer(0, "holds"));
    assertThat(cache(10).find(KEY)).isPresent();
  }

  @Test void forgetsWhatWasUsedLongestAgo() throws IOException {
    AnswerCache cache = cache(2);
    cache.store(KEY, answer(0, "first"));
    cache.store(OTHER, answer(0, "second"));
    Files.setLastModifiedTime(entry(KEY), FileTime.from(Instant.now().minusSeconds(50)));
    Files.setLastModifiedTime(entry(OTHER), FileTime.from(Instant.now().minusSeconds(20)));
    assertThat(cache.find(KEY)).isPresent(); // used now
    cache.store(new Fingerprint().add("a third").hex(), answer(0, "third"));
    assertThat(entry(KEY)).exists();
    assertThat(entry(OTHER)).doesNotExist();
  }

  @Test void sweepsUpAfterBuildsThatWereKilledWhileWriting() throws IOException {
    Path old = folder.resolve("." + KEY + ".answer.0.part");
    Path young = folder.resolve("." + KEY + ".answer.1.part");
    Files.writeString(old, "half an ans");
    Files.writeString(young, "half an ans");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    cache(10).store(KEY, answer(0, "holds"));
    assertThat(old).doesNotExist();
    assertThat(young).exists(); // somebody may be writing it
  }

  @Test void whoIsKilledWhileStoringLeavesWholeAnswersOnly() throws IOException, InterruptedException {
    Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), EndlessWriter.class.getName(), folder.toString())
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      while (writer.isAlive() && EndlessWriter.keys().stream().noneMatch(key -> Files.exists(entry(key)))) {
        Thread.onSpinWait();
      }
      assertThat(writer.isAlive()).isTrue();
    } finally {
      writer.destroyForcibly().waitFor();
    }
    for (String key : EndlessWriter.keys()) {
      if (Files.exists(entry(key))) {
        assertThat(cache(10).find(key)).as(key).isPresent();
      }
    }
  }

  @Test void readersSeeWholeAnswersOnlyWhileOthersWrite() throws Exception {
    List<Callable<Boolean>> builds = new ArrayList<>();
    for (int build = 0; build < 4; build++) {
      int number = build;
      builds.add(() -> {
        for (int i = 0; i < 100; i++) {
          cache(10).store(KEY, answer(1, "answer of " + number + " " + "x".repeat(number * 1_000)));
          Answer seen = cache(10).find(KEY).orElseThrow();
          if (!seen.file(Answer.SARIF).equals("{\"of\": \"" + seen.text().get(0) + "\"}")) {
            return false;
          }
        }
        return true;
      });
    }
    try (ExecutorShutdown threads = new ExecutorShutdown(Executors.newFixedThreadPool(builds.size()))) {
      for (Future<Boolean> build : threads.service().invokeAll(builds)) {
        assertThat(build.get()).isTrue();
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(entry(KEY));
    }
  }

  /// An executor that ends with its block.
  private record ExecutorShutdown(ExecutorService service) implements AutoCloseable {
    @Override
    public void close() {
      service.shutdownNow();
    }
  }

  private AnswerCache cache(int entries) {
    return new AnswerCache(folder, entries);
  }

  private Path entry(String key) {
    return folder.resolve(key + ".answer");
  }

  private static Answer answer(int exitCode, String line) {
    return new Answer(exitCode, List.of(line, "", "1 property"), Map.of(
        Answer.SARIF, ("{\"of\": \"" + line + "\"}").getBytes(StandardCharsets.UTF_8),
        "traces/DL-1.trace.json", "{}".getBytes(StandardCharsets.UTF_8)));
  }
}
