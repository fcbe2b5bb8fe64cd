package org.graphline.runtime;

/// The one value of the type `signal`.
public enum Signal {
  SIGNAL;

  @Override
  public String toString() {
    return "signal";
  }
}
