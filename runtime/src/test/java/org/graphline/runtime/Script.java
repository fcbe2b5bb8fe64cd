package org.graphline.runtime;

/// A desk whose body is given as a lambda, for tests.
final class Script extends Desk {
  private Work body = () -> {};

  Script() {
    super("test.graphline");
  }

  Script does(Work work) {
    body = work;
    return this;
  }

  @Override
  protected void work() throws Exception {
    body.run();
  }
}
