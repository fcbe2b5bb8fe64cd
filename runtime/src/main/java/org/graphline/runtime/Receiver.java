package org.graphline.runtime;

/// Whatever a line can lead to.
public sealed interface Receiver<T> permits In, Outbox, Junction {}
