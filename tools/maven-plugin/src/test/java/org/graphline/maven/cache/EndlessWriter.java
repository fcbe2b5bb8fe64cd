package org.graphline.maven.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A build that does nothing but store answers until it is killed.
final class EndlessWriter {
  private EndlessWriter() {}

  /// Returns the keys it stores under.
  static List<String> keys() {
    return IntStream.range(0, 5).mapToObj(i -> new Fingerprint().add("key " + i).hex()).toList();
  }

  public static void main(String[] arguments) throws IOException {
    var cache = new AnswerCache(Path.of(arguments[0]), 100);
    for (int i = 0; true; i++) {
      String key = keys().get(i % keys().size());
      cache.store(key, new Answer(0, List.of("answer " + i), Map.of(Answer.SARIF, new byte[1 << 20])));
    }
  }
}
