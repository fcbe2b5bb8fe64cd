package org.graphline.dsl;

/// Types, expressions and references at random.
class RandomExpressions extends RandomWords {

  RandomExpressions(long seed) {
    super(seed);
  }

  final void type() {
    switch (nested() ? random.nextInt(3) : 2) {
      case 0 -> say(() -> say("list", "<"), this::type, () -> say(","), this::arithmetic, () -> say(">"));
      case 1 -> range();
      default -> qualified();
    }
    depth--;
  }

  final void range() {
    arithmetic();
    say("..");
    arithmetic();
  }

  final void expression() {
    switch (nested() ? random.nextInt(5) : 0) {
      case 1, 2 -> {
        expression();
        say(pick("<", "<=", ">", ">=", "==", "!=", "&&", "||"));
        expression();
      }
      case 3 -> say(this::expression, () -> say("?"), this::expression, () -> say(":"), this::expression);
      default -> arithmetic();
    }
    depth--;
  }

  final void arithmetic() {
    switch (nested() ? random.nextInt(10) : 9) {
      case 0 -> say(this::arithmetic, () -> say("."), this::name);
      case 1 -> {
        arithmetic();
        say(".");
        name();
        say("(");
        list(0, 3, this::expression);
        say(")");
      }
      case 2 -> say(this::arithmetic, () -> say("["), this::expression, () -> say("]"));
      case 3 -> say(() -> say(pick("!", "-")), this::arithmetic);
      case 4, 5 -> say(this::arithmetic, () -> say(pick("+", "-", "*", "/", "%")), this::arithmetic);
      case 6 -> {
        name();
        say("{");
        list(1, 3, () -> say(this::name, () -> say(":"), this::expression));
        say("}");
      }
      case 7 -> say(() -> say("("), this::expression, () -> say(")"));
      default -> literal();
    }
    depth--;
  }

  final void literal() {
    switch (random.nextInt(7)) {
      case 0 -> say(Integer.toString(random.nextInt(1000)));
      case 1 -> say(random.nextInt(100) + pick("ms", "s", "min", "h"));
      case 2 -> say(text());
      case 3 -> say(pick("true", "false"));
      case 4 -> say("anything");
      default -> name();
    }
  }

  final String text() {
    return pick("\"\"", "\"hello // graphline\"", "\"a \\\"b\\\" \\\\ \\n \\u00e9\"", "\"/* é 漢字 */\"");
  }

  final void maybeIndex() {
    maybe(() -> say(() -> say("["), this::expression, () -> say("]")));
  }

  final void reference() {
    some(1, 3, () -> {
      name();
      maybe(() -> {
        say("[");
        choose(() -> say("*"), this::expression);
        say("]");
      });
      say(".");
    });
    words.removeLast();
  }

  final void typeArguments() {
    maybe(() -> {
      say("<");
      list(1, 2, this::type);
      say(">");
    });
  }

  final void arguments(int kinds) {
    say("(");
    list(0, 3, () -> {
      switch (random.nextInt(kinds)) {
        case 0 -> expression();
        case 1 -> say(this::name, () -> say("="), this::expression);
        default -> say(this::name, () -> say("in"), this::range);
      }
    });
    say(")");
  }

  final void instance() {
    qualified();
    typeArguments();
    arguments(2);
  }
}
