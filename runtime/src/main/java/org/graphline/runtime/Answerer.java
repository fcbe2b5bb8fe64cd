package org.graphline.runtime;

import java.util.function.Function;

/// An exposed `client` port of a running graph: Java answers what the graph asks.
public final class Answerer<Q, R> extends Port implements Replier<Q, R> {
  private final Function<Q, R> answer;

  Answerer(String name, Function<Q, R> answer) {
    super(null, name);
    this.answer = answer;
  }

  /// Returns the reply to `request`. Runs on the asking component's thread.
  public R answer(Q request) {
    return answer.apply(request);
  }
}
