package org.graphline.runtime;

/// What branch `index` of a `par for` does.
@FunctionalInterface
public interface IndexedWork {
  void run(int index) throws Exception;
}
