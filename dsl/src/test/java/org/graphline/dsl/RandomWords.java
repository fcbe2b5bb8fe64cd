package org.graphline.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Words said at random: names, and the means to choose, leave out and repeat. Contextual words serve as
/// names too.
class RandomWords {

  private static final List<String> NAMES =
      List.of(
          "a", "b1", "Worker", "lowerCamel", "UPPER_CASE", "java", "list", "fair", "fun", "throws", "run", "contract",
          "client", "server", "barrier", "from", "to", "priority", "when", "end", "after", "late", "place", "on",
          "dropping", "overwriting", "with", "not", "deadlock", "livelock", "error", "free", "progress", "terminates",
          "shuts", "down", "always", "never", "leads", "refines", "traces",
          "divergences", "deterministic", "can", "cannot", "any", "all");
  private static final int DEEPEST = 6;

  final Random random;
  final List<String> words = new ArrayList<>();
  int depth;

  RandomWords(long seed) {
    this.random = new Random(seed);
  }

  final void qualified() {
    name();
    while (random.nextInt(4) == 0) {
      say(".");
      name();
    }
  }

  final void maybeName() {
    maybe(this::name);
  }

  final void name() {
    say(NAMES.get(random.nextInt(random.nextBoolean() ? 5 : NAMES.size())));
  }

  final boolean nested() {
    return depth++ < DEEPEST;
  }

  final void say(String... more) {
    words.addAll(List.of(more));
  }

  final void say(Runnable... parts) {
    for (var part : parts) {
      part.run();
    }
  }

  final String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  final void choose(Runnable one, Runnable other) {
    (random.nextBoolean() ? one : other).run();
  }

  final void maybe(Runnable part) {
    if (random.nextBoolean()) {
      part.run();
    }
  }

  final void some(int least, int most, Runnable part) {
    IntStream.rangeClosed(1, random.nextInt(least, most + 1)).forEach(_ -> part.run());
  }

  final void list(int least, int most, Runnable part) {
    int count = random.nextInt(least, most + 1);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        say(",");
      }
      part.run();
    }
  }
}
