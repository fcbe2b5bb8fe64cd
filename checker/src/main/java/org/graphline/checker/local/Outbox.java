package org.graphline.checker.local;

/// Where a behavior's letters go.
interface Outbox {

  /// A letter may be sent, or a request made, at an element.
  void sends(LocalSpace from, int element, int letter) throws Unsupported;

  /// A reply may be given to a client of a server element, counted from 1.
  void replies(LocalSpace from, int element, int client, int letter) throws Unsupported;
}
