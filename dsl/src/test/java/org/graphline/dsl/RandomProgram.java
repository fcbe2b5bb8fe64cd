package org.graphline.dsl;

import java.util.List;

/// A random program that keeps to the grammar, as a list of words. It covers every rule of the grammar and
/// uses contextual words as names wherever a name may stand.
public final class RandomProgram extends RandomGraphs {

  private RandomProgram(long seed) {
    super(seed);
  }

  /// Returns the words of the program with this seed.
  public static List<String> words(long seed) {
    var program = new RandomProgram(seed);
    program.file();
    return List.copyOf(program.words);
  }

  private void file() {
    maybe(() -> {
      say("package");
      qualified();
      say(";");
    });
    some(0, 2, this::importOf);
    some(1, 5, this::declaration);
  }

  private void importOf() {
    say("import");
    qualified();
    maybe(() -> say(".", "*"));
    say(";");
  }

  private void declaration() {
    switch (random.nextInt(10)) {
      case 0 -> say(() -> say("const"), this::name, () -> say("="), this::expression, () -> say(";"));
      case 1 -> say(() -> say("type"), this::name, () -> say("=", "java", text(), ";"));
      case 2 -> say(() -> say("type"), this::name, () -> say("="), this::type, () -> say(";"));
      case 3 -> {
        say("enum");
        name();
        say("{");
        list(1, 4, this::name);
        maybe(() -> say(","));
        say("}");
      }
      case 4 -> {
        say("record");
        name();
        say("{");
        some(1, 3, () -> say(this::name, () -> say(":"), this::type, () -> say(";")));
        say("}");
      }
      case 5 -> extern();
      case 6, 7 -> component();
      case 8 -> graph();
      default -> claims();
    }
  }

  private void extern() {
    say("extern");
    name();
    say("{");
    some(1, 3, () -> {
      maybe(() -> say("fair"));
      say("fun");
      name();
      parameters();
      maybe(() -> say(() -> say(":"), this::type));
      maybe(() -> say("throws"));
      say(";");
    });
    say("}");
  }

  private void component() {
    boolean inJava = random.nextInt(4) == 0;
    if (inJava) {
      say("native");
    }
    say("component");
    name();
    typeParameters();
    maybe(this::parameters);
    say("{");
    some(0, 4, () -> choose(this::port, this::variable));
    if (!inJava || random.nextBoolean()) {
      say(inJava ? "contract" : "run");
      block();
    }
    say("}");
  }
}
