package org.graphline.checker.composition;

import java.util.Random;

/// Small random systems with few labels and marks, so that many states behave alike.
final class RandomLts {
  private RandomLts() {}

  static Lts seeded(long seed, int most) {
    var random = new Random(seed);
    int states = 1 + random.nextInt(most);
    int labels = 1 + random.nextInt(3);
    int marks = 1 + random.nextInt(2);
    int density = 1 + random.nextInt(3);
    var draft = new LtsDraft();
    for (int s = 0; s < states; s++) {
      int mark = random.nextInt(12) == 0 ? Marking.BAD : random.nextInt(marks);
      for (int i = mark < 0 ? 0 : random.nextInt(density + 1); i > 0; i--) {
        int label = random.nextBoolean() ? Marking.HIDDEN : random.nextInt(labels);
        draft.add(label, random.nextInt(states));
      }
      draft.state(mark);
    }
    return draft.lts();
  }
}
