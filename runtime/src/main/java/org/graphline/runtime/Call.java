package org.graphline.runtime;

/// A call that has been accepted and waits for its one reply.
public interface Call<Q, R> {
  /// Returns what the client asked.
  Q request();
}
