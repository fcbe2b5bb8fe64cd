package org.graphline.checker.composition;

/// What a part is, but for the names of its fields: like parts share it.
sealed interface Shape {

  /// The smallest system that behaves alike; what others see.
  Lts least();

  /// How many fields there are.
  int fields();

  /// A field.
  ///
  /// @param whole  one state for each value met
  /// @param values for each state its value
  /// @param state  for each state the one of the smallest system
  record Leaf(Lts whole, int[] values, Lts least, int[] state) implements Shape {
    @Override
    public int fields() {
      return 1;
    }
  }

  /// Two parts.
  record Pair(Shape left, Shape right, Joined joined) implements Shape {
    @Override
    public Lts least() {
      return joined.least();
    }

    @Override
    public int fields() {
      return left.fields() + right.fields();
    }
  }
}
