package org.graphline.checker.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FunctionsProperties {
  private static final int VARIABLES = 4;
  private static final int ROWS = 1 << VARIABLES;

  private final Functions functions = new Functions();
  private Random random = new Random();

  /// A function and its values, a bit for each row.
  private record Known(int function, int values) {}

  @Property(tries = 1000)
  void equalFunctionsHaveEqualNumbersAndValues(@ForAll long seed) {
    random = new Random(seed);
    Known one = any(4);
    Known other = any(4);
    assertThat(one.function() == other.function()).isEqualTo(one.values() == other.values());
    int[] variables = new int[VARIABLES];
    int[] values = new int[VARIABLES];
    for (int i = 0; i < VARIABLES; i++) {
      Known each = any(3);
      variables[i] = each.function();
      values[i] = each.values();
    }
    int expected = 0;
    for (int row = 0; row < ROWS; row++) {
      int inner = 0;
      for (int i = 0; i < VARIABLES; i++) {
        inner |= (values[i] >>> row & 1) << i;
      }
      expected |= (one.values() >>> inner & 1) << row;
    }
    assertThat(valuesOf(functions.with(one.function(), variables))).isEqualTo(expected);
  }

  private int valuesOf(int function) {
    int values = 0;
    for (int row = 0; row < ROWS; row++) {
      int[] constants = new int[VARIABLES];
      for (int i = 0; i < VARIABLES; i++) {
        constants[i] = (row >>> i & 1) != 0 ? Functions.TRUE : Functions.FALSE;
      }
      values |= (functions.with(function, constants) == Functions.TRUE ? 1 : 0) << row;
    }
    return values;
  }

  private Known any(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      int variable = random.nextInt(VARIABLES);
      int values = 0;
      for (int row = 0; row < ROWS; row++) {
        values |= (row >>> variable & 1) << row;
      }
      return random.nextInt(6) == 0 ? new Known(Functions.TRUE, ROWS == 32 ? -1 : (1 << ROWS) - 1)
          : new Known(functions.variable(variable), values);
    }
    Known left = any(depth - 1);
    Known right = any(depth - 1);
    return random.nextBoolean()
        ? new Known(functions.and(left.function(), right.function()), left.values() & right.values())
        : new Known(functions.or(left.function(), right.function()), left.values() | right.values());
  }
}
