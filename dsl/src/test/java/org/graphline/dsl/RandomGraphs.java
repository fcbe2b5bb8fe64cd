package org.graphline.dsl;

/// Ports, graphs, checks and scenarios at random.
class RandomGraphs extends RandomStatements {

  RandomGraphs(long seed) {
    super(seed);
  }

  final void port() {
    switch (random.nextInt(3)) {
      case 0 -> say(() -> say(pick("in", "out")), this::name, this::maybeIndex, () -> say(":"), this::type);
      case 1 -> {
        say(pick("client", "server"));
        name();
        maybeIndex();
        say(":");
        type();
        say("->");
        type();
      }
      default -> say(() -> say("barrier"), this::name);
    }
    say(";");
  }

  final void graph() {
    say("graph");
    name();
    typeParameters();
    maybe(this::parameters);
    graphItems();
  }

  final void typeParameters() {
    maybe(() -> {
      say("<");
      list(1, 2, this::name);
      say(">");
    });
  }

  final void parameters() {
    say("(");
    list(0, 3, () -> {
      name();
      say(":");
      type();
      maybe(() -> say(() -> say("="), this::expression));
    });
    say(")");
  }

  final void graphItems() {
    say("{");
    some(0, 4, () -> {
      switch (nested() ? random.nextInt(5) : 1) {
        case 0 -> port();
        case 1 -> say(this::name, this::maybeIndex, () -> say("="), this::instance, () -> say(";"));
        case 2 -> wire();
        case 3 -> {
          say("barrier");
          name();
          say(":", "(");
          list(1, 3, this::reference);
          say(")", ";");
        }
        default -> say(this::loop, this::graphItems);
      }
      depth--;
    });
    say("}");
  }

  final void wire() {
    station();
    some(1, 3, () -> {
      say("->");
      maybe(() -> {
        say("[");
        list(1, 2, () -> {
          maybe(() -> say(pick("dropping", "overwriting")));
          expression();
        });
        say("]");
      });
      station();
    });
    say(";");
  }

  final void station() {
    if (random.nextBoolean()) {
      end();
    } else {
      say("(");
      list(1, 3, this::end);
      say(")");
    }
  }

  final void end() {
    choose(this::instance, this::reference);
  }

  final void claims() {
    if (random.nextBoolean()) {
      scenario();
      return;
    }
    say("check");
    qualified();
    typeArguments();
    maybe(() -> arguments(3));
    maybe(() -> {
      say("with");
      list(1, 2, () -> {
        name();
        say("=", "{");
        list(1, 3, this::name);
        say("}");
      });
    });
    say("{");
    some(0, 4, () -> {
      maybe(() -> say("not"));
      property();
      say(";");
    });
    say("}");
  }

  final void property() {
    switch (random.nextInt(10)) {
      case 0 -> say("deadlock", "free");
      case 1 -> say("livelock", "free");
      case 2 -> say(() -> say("livelock", "free", "progress", "on"), () -> list(1, 3, this::reference));
      case 3 -> say("error", "free");
      case 4 -> say("terminates");
      case 5 -> say("shuts", "down");
      case 6 -> say(() -> say(pick("always", "never")), this::expression);
      case 7 -> say(this::reference, () -> say("leads", "to"), this::reference);
      case 8 -> say("deterministic");
      default -> {
        say("refines");
        maybe(() -> say(pick("traces", "divergences")));
        qualified();
        typeArguments();
        maybe(() -> arguments(2));
      }
    }
  }

  final void scenario() {
    say("scenario", text(), "for");
    qualified();
    typeArguments();
    maybe(() -> arguments(2));
    say("{");
    some(0, 3, () -> {
      say(pick("can", "cannot"));
      list(1, 3, () -> {
        reference();
        maybe(() -> say(() -> say("("), this::expression, () -> say(")")));
      });
      say(";");
    });
    say("}");
  }
}
