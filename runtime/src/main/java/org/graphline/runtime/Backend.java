package org.graphline.runtime;

import java.util.ServiceLoader;

/// What runs a plan. Found by `ServiceLoader`.
public interface Backend {
  Network start(Plan plan, Options options);

  /// Returns the backend on the class path.
  static Backend installed() {
    return ServiceLoader.load(Backend.class, Backend.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no org.graphline.runtime.Backend on the class path"));
  }
}
