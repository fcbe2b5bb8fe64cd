package org.graphline.checker.composition;

import java.util.HashMap;
import java.util.Map;

/// Truth functions of numbered variables, equal functions having equal numbers: ordered binary decision diagrams
/// (Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", IEEE Trans. Computers 35, 1986).
final class Functions {
  static final int FALSE = 0;
  static final int TRUE = 1;
  private static final int MOST = 1 << 20;

  private record Node(int variable, int low, int high) {}

  private record Choice(int test, int then, int otherwise) {}

  private final Map<Node, Integer> numbers = new HashMap<>();
  private final java.util.ArrayList<Node> nodes = new java.util.ArrayList<>();
  private final Map<Choice, Integer> known = new HashMap<>();

  Functions() {
    nodes.add(new Node(Integer.MAX_VALUE, 0, 0));
    nodes.add(new Node(Integer.MAX_VALUE, 1, 1));
  }

  /// Returns the function that is a variable.
  int variable(int variable) {
    return node(variable, FALSE, TRUE);
  }

  private int node(int variable, int low, int high) {
    if (low == high) {
      return low;
    }
    return numbers.computeIfAbsent(new Node(variable, low, high), n -> {
      if (nodes.size() >= MOST) {
        throw new OutOfReach("who waits for whom");
      }
      nodes.add(n);
      return nodes.size() - 1;
    });
  }

  int and(int one, int other) {
    return choice(one, other, FALSE);
  }

  int or(int one, int other) {
    return choice(one, TRUE, other);
  }

  private int choice(int test, int then, int otherwise) {
    if (test == TRUE || then == otherwise) {
      return then;
    }
    if (test == FALSE) {
      return otherwise;
    }
    if (then == TRUE && otherwise == FALSE) {
      return test;
    }
    var asked = new Choice(test, then, otherwise);
    Integer answer = known.get(asked);
    if (answer == null) {
      int top = Math.min(nodes.get(test).variable(),
          Math.min(nodes.get(then).variable(), nodes.get(otherwise).variable()));
      answer = node(top, choice(low(test, top), low(then, top), low(otherwise, top)),
          choice(high(test, top), high(then, top), high(otherwise, top)));
      known.put(asked, answer);
    }
    return answer;
  }

  private int low(int function, int variable) {
    return nodes.get(function).variable() == variable ? nodes.get(function).low() : function;
  }

  private int high(int function, int variable) {
    return nodes.get(function).variable() == variable ? nodes.get(function).high() : function;
  }

  /// Returns `function` with a function in the place of each variable.
  int with(int function, int[] variables) {
    return with(function, variables, new HashMap<>());
  }

  private int with(int function, int[] variables, Map<Integer, Integer> done) {
    if (function <= TRUE) {
      return function;
    }
    Integer answer = done.get(function);
    if (answer == null) {
      Node node = nodes.get(function);
      answer = choice(variables[node.variable()], with(node.high(), variables, done),
          with(node.low(), variables, done));
      done.put(function, answer);
    }
    return answer;
  }
}
