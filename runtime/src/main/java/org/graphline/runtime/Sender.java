package org.graphline.runtime;

/// Whatever a line can come from.
public sealed interface Sender<T> permits Out, Inbox, Junction {}
