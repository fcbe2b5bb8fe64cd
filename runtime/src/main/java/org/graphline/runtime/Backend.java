package org.graphline.runtime;

import java.util.List;
import java.util.ServiceLoader;

/// What runs a plan. Found by `ServiceLoader`.
public interface Backend {
  Network start(Plan plan, Options options);

  /// Returns the networks of this JVM that have been started and in which somebody is still at work.
  List<Network> running();

  /// Returns the backend on the class path.
  static Backend installed() {
    return ServiceLoader.load(Backend.class, Backend.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no org.graphline.runtime.Backend on the class path"));
  }
}
