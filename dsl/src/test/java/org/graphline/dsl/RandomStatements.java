package org.graphline.dsl;

/// Statements at random.
class RandomStatements extends RandomExpressions {

  RandomStatements(long seed) {
    super(seed);
  }

  final void variable() {
    say("var");
    name();
    say(":");
    type();
    maybe(() -> say(() -> say("="), this::expression));
    say(";");
  }

  final void block() {
    say("{");
    some(0, depth > 2 ? 1 : 3, this::statement);
    say("}");
  }

  final void statement() {
    if (!nested()) {
      say("stop", ";");
    } else if (random.nextBoolean()) {
      simple();
    } else {
      compound();
    }
    depth--;
  }

  final void simple() {
    switch (random.nextInt(15)) {
      case 0 -> variable();
      case 1 -> say(() -> say("let"), this::name, () -> say("="), this::expression, () -> say(";"));
      case 2 -> say(this::expression, () -> say("="), this::expression, () -> say(";"));
      case 3 -> say(this::expression, () -> say(";"));
      case 4 -> say(() -> say("receive"), this::maybeName, () -> say("from"), this::portUse, this::orElse);
      case 5 -> {
        say("send");
        maybe(this::expression);
        say("to");
        portUse();
        orElse();
      }
      case 6 -> {
        maybe(() -> say(() -> say("let"), this::name, () -> say("=")));
        say("call");
        portUse();
        say("(");
        maybe(this::expression);
        say(")");
        orElse();
      }
      case 7 -> say(() -> say("accept"), this::maybeName, () -> say("from"), this::portUse, this::block);
      case 8 -> say(() -> say("reply"), () -> maybe(this::expression), () -> say(";"));
      case 9 -> say(() -> say("sync"), this::name, () -> say(";"));
      case 10 -> say(() -> say("wait"), this::expression, () -> say(";"));
      case 11 -> say(() -> say("close"), this::portUse, () -> say(";"));
      case 12 -> say(() -> say("mark"), this::name, () -> say(";"));
      case 13 -> say(() -> say("assert"), this::expression, () -> say(";"));
      default -> say("stop", ";");
    }
  }

  final void compound() {
    switch (random.nextInt(10)) {
      case 0 -> block();
      case 1 -> select();
      case 2 -> say(() -> say("par"), this::block);
      case 3 -> say(() -> say("par"), this::loop, this::block);
      case 4 -> {
        say("choose");
        maybe(() -> say("fair"));
        block();
        some(1, 2, () -> say(() -> say("or"), this::block));
      }
      case 5 -> {
        say("if", "(");
        expression();
        say(")");
        block();
        maybe(() -> say(() -> say("else"), this::statement));
      }
      case 6 -> {
        say("match", "(");
        expression();
        say(")", "{");
        some(1, 3, () -> {
          choose(() -> say("else"), this::expression);
          say("=>");
          statement();
        });
        say("}");
      }
      case 7 -> say(() -> say("while", "("), this::expression, () -> say(")"), this::block);
      case 8 -> say(() -> say("repeat"), () -> choose(this::block, this::select));
      default -> say(this::loop, this::block);
    }
  }

  final void loop() {
    say("for");
    name();
    say("in");
    range();
  }

  final void orElse() {
    choose(() -> say(";"), () -> say(() -> say("else"), this::statement));
  }

  final void select() {
    say("select");
    maybe(() -> say("priority"));
    cases();
  }

  final void cases() {
    say("{");
    some(1, 3, () -> {
      if (nested() && random.nextInt(4) == 0) {
        loop();
        cases();
      } else {
        maybe(() -> say(() -> say("when", "("), this::expression, () -> say(")")));
        guard();
        say("=>");
        statement();
      }
      depth--;
    });
    say("}");
  }

  final void guard() {
    switch (random.nextInt(6)) {
      case 0 -> say(() -> say("receive"), this::maybeName, () -> say("from"), this::portUse);
      case 1 -> say(() -> say("accept"), this::maybeName, () -> say("from"), this::portUse);
      case 2 -> say(() -> say("sync"), this::name);
      case 3 -> say(() -> say("end"), this::portUse);
      case 4 -> say(() -> say("after"), this::expression);
      default -> say("else");
    }
  }

  final void portUse() {
    name();
    maybeIndex();
  }
}
