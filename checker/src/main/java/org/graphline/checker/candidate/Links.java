package org.graphline.checker.candidate;

import java.util.Arrays;

/// A list of numbers for each of some keys; lists grow at their front.
final class Links {
  private final int[] head;
  private int[] item = new int[256];
  private int[] next = new int[256];
  private int count;

  Links(int keys) {
    this.head = new int[keys];
    Arrays.fill(head, -1);
  }

  void add(int key, int number) {
    if (count == item.length) {
      item = Arrays.copyOf(item, 2 * count);
      next = Arrays.copyOf(next, 2 * count);
    }
    item[count] = number;
    next[count] = head[key];
    head[key] = count++;
  }

  /// Returns the first link of a list; -1 if it is empty.
  int first(int key) {
    return head[key];
  }

  /// Returns the link after `link`; -1 if there is none.
  int after(int link) {
    return next[link];
  }

  /// Returns the number at a link.
  int at(int link) {
    return item[link];
  }
}
