package org.graphline.runtime;

/// Whatever calls can lead to.
public sealed interface Replier<Q, R> permits Server, Answerer, CallJunction {}
