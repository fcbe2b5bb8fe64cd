package org.graphline.runtime;

/// Whatever calls can come from.
public sealed interface Asker<Q, R> permits Client, Caller, CallJunction {}
