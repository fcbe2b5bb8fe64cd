package org.graphline.model.network;

/// A port of the checked graph itself, joined to the environment.
///
/// @param port    the port's name
/// @param index   the element of an array of ports; -1 for a plain port
/// @param isInput whether the environment puts letters in or calls, rather than takes letters or answers
public record Exposure(String port, int index, boolean isInput) {

  /// Returns `port` or `port[index]`.
  public String display() {
    return index < 0 ? port : port + "[" + index + "]";
  }
}
