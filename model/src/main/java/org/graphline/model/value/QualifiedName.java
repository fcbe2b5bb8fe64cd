package org.graphline.model.value;

/// A declared name with the package it belongs to; the package is empty for files without one and for built-ins.
public record QualifiedName(String packageName, String simple) implements Comparable<QualifiedName> {

  @Override
  public String toString() {
    return packageName.isEmpty() ? simple : packageName + "." + simple;
  }

  @Override
  public int compareTo(QualifiedName other) {
    return toString().compareTo(other.toString());
  }
}
