package org.graphline.runtime;

import java.time.Duration;
import java.util.List;

/// One case of a `select`: what to wait for. `when (b)` has been evaluated by the time a case exists.
public sealed interface Case {
  record Receive(In<?> port) implements Case {}

  record Accept(Server<?, ?> port) implements Case {}

  record Sync(Phase phase) implements Case {}

  record End(Port port) implements Case {}

  record After(Duration delay) implements Case {}

  record Otherwise() implements Case {}

  /// A case whose `when` was false.
  record Off() implements Case {}

  /// The cases of one `for`; `first` is the value of its variable for the first of `rounds`.
  record Each(int first, List<Case> rounds) implements Case {}

  /// Several cases in one round of a `for`.
  record Several(List<Case> items) implements Case {}
}
