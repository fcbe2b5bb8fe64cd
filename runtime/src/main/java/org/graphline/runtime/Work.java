package org.graphline.runtime;

/// What one branch of a `par` does.
@FunctionalInterface
public interface Work {
  void run() throws Exception;
}
