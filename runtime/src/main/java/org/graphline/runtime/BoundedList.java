package org.graphline.runtime;

import java.util.ArrayList;
import java.util.List;

/// A variable of type `list<T, n>`. The language's lists are values: [#copy()] one before it is sent, stored
/// in a record or assigned to another variable.
public final class BoundedList<T> {
  private final int capacity;
  private final List<T> elements;

  public BoundedList(int capacity) {
    this(capacity, List.of());
  }

  private BoundedList(int capacity, List<T> elements) {
    this.capacity = capacity;
    this.elements = new ArrayList<>(elements);
  }

  public int size() {
    return elements.size();
  }

  public boolean isEmpty() {
    return elements.isEmpty();
  }

  public boolean isFull() {
    return elements.size() == capacity;
  }

  /// Returns the oldest element.
  public T first() {
    if (isEmpty()) {
      throw new ErrorState("`first` of an empty list");
    }
    return elements.getFirst();
  }

  /// Appends `element`.
  public void add(T element) {
    if (isFull()) {
      throw new ErrorState("`add` to a full list of " + capacity);
    }
    elements.add(element);
  }

  /// Removes and returns the oldest element.
  public T removeFirst() {
    if (isEmpty()) {
      throw new ErrorState("`removeFirst` of an empty list");
    }
    return elements.removeFirst();
  }

  /// Returns the element at `index`, the oldest being 0.
  public T at(int index) {
    return elements.get(Checks.index(index, elements.size()));
  }

  /// Returns an independent list with the same elements.
  public BoundedList<T> copy() {
    return new BoundedList<>(capacity, elements);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoundedList<?> that && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    return elements.toString();
  }
}
