package org.graphline.model.semantics;

/// When an armed timer may fire.
public enum Timers {
  /// At any moment: sound for every property.
  ANY,
  /// Only when nothing else can move: verdicts then assume that nobody is slow.
  PATIENT
}
