package org.graphline.runtime;

/// The exposed `client` or `server` port of a graph that is a part of another one; see [Junction].
public final class CallJunction<Q, R> extends Port implements Asker<Q, R>, Replier<Q, R> {
  CallJunction(String name) {
    super(null, name);
  }
}
