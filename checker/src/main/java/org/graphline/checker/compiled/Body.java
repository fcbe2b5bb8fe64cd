package org.graphline.checker.compiled;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The code for some values of the field that leads: rules with the constants they have in common, and
/// parameters where the values differ.
///
/// @param values     the values
/// @param rules      the rules, with the constants of the first value
/// @param parameters for each constant of the rules, one rule after the other, its place in a row of
///                   parameters; -1 if it is the same for all values
/// @param rows       where the table lies that has for each value where its row lies; -1 if there are no
///                   parameters
record Body(List<Integer> values, List<Rule> rules, int[] parameters, int rows) {
  Body {
    values = List.copyOf(values);
    rules = List.copyOf(rules);
  }

  /// Returns about how many bytes of code the rules take.
  int bytes() {
    return rules.stream().mapToInt(Rule::bytes).sum() + 12;
  }

  /// Returns the numbers that stand in the code.
  LongStream literals() {
    long[] constants = rules.stream().flatMapToLong(r -> LongStream.of(r.constants())).toArray();
    return LongStream.concat(
        IntStream.range(0, constants.length).filter(i -> parameters[i] < 0).mapToLong(i -> constants[i]),
        rules.stream().flatMap(r -> r.ops().stream()).flatMapToLong(Op::masks));
  }

  /// Returns how many constants come before those of the rule with number `rule`.
  int firstConstant(int rule) {
    return rules.subList(0, rule).stream().mapToInt(r -> r.constants().length).sum();
  }
}
