package org.graphline.runtime.jcsp;

/// Ends a component quietly. An `Error`, so that a `catch (Exception e)` in a component written in Java lets
/// it pass.
final class GoHome extends Error {
  private static final long serialVersionUID = 1;
  static final GoHome NOW = new GoHome();

  private GoHome() {
    super("go home", null, false, false);
  }
}
