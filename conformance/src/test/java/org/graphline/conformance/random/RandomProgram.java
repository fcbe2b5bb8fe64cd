package org.graphline.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.graphline.conformance.random.Plan.Desk;

/// A random program with one graph, a check of everything that can be claimed of it, and a scenario.
public final class RandomProgram {
  private final Dice dice;
  private final Size size;
  private final Plan plan;

  private RandomProgram(Dice dice, Size size) {
    this.dice = dice;
    this.size = size;
    this.plan = new Planner(dice, size).plan();
  }

  /// Returns the large program of a seed.
  public static Piece of(long seed) {
    return of(seed, Size.LARGE);
  }

  /// Returns the program of a seed and a size.
  public static Piece of(long seed, Size size) {
    return new RandomProgram(new Dice(seed), size).program();
  }

  private Piece program() {
    var used = new ArrayList<Piece>();
    plan.desks.forEach(d -> used.add(new Bodies(dice, d, size).component()));
    used.add(graph());
    used.add(Piece.block("check G", properties()));
    used.add(Piece.block("scenario \"some order\" for G", List.of(word("can"), word("cannot"),
        word("cannot deadlock after"))));
    var all = new ArrayList<>(declarations(Piece.sequence(used).text()));
    all.addAll(used);
    return Piece.sequence(all);
  }

  /// What the rest of the program speaks of.
  private static List<Piece> declarations(String text) {
    var all = new ArrayList<Piece>();
    if (text.contains("Color") || text.contains("Note")) {
      all.add(Piece.of("enum Color { RED, BLUE }"));
    }
    if (text.contains("Note")) {
      all.add(Piece.of("record Note { color: Color;  bit: 0..1; }"));
    }
    if (text.contains("Blob") || text.contains("Java.make")) {
      all.add(Piece.of("type Blob = java \"java.lang.String\";"));
    }
    List<Piece> externs = Stream.of("fun ask(): bool;", "fair fun toss(): bool;", "fun pick(): 0..1;",
        "fun make(): Blob;", "fun show();", "fun risk() throws;").filter(f -> text.contains("Java." + name(f)))
        .map(Piece::of).toList();
    if (!externs.isEmpty()) {
      all.add(Piece.block("extern Java", externs));
    }
    return all;
  }

  private static String name(String function) {
    return function.substring(function.indexOf("fun ") + 4, function.indexOf('('));
  }

  private Piece graph() {
    var items = new ArrayList<>(plan.graphPorts);
    for (Desk desk : plan.desks) {
      String construct = " = " + desk.component() + "();";
      items.add(desk.isRow ? Piece.block("for k in 0..1", List.of(Piece.of(desk.name() + "[k]" + construct)))
          : Piece.of(desk.name() + construct));
    }
    items.addAll(plan.wires);
    return Piece.block("graph G", items);
  }

  private List<Piece> properties() {
    var all = new ArrayList<Piece>();
    all.add(Piece.of("deadlock free;"));
    all.add(Piece.of("error free;"));
    all.add(Piece.of(plan.isOpen ? "shuts down;" : "terminates;"));
    boolean hasMarks = plan.desks.stream().anyMatch(d -> !d.marks.isEmpty());
    if ((hasMarks || !plan.exposed.isEmpty()) && isClaimed()) {
      all.add(Piece.of("livelock free;"));
    }
    all.add(Piece.of("livelock free progress on " + event() + (dice.chance(30) ? ", " + event() : "") + ";"));
    all.add(Piece.of(event() + " leads to " + event() + ";"));
    if (isClaimed()) {
      all.add(Piece.of(event() + " leads to " + event() + ";"));
    }
    if (!plan.exposed.isEmpty() && dice.chance(50)) {
      all.add(Piece.of("deterministic;"));
      all.add(Piece.of("refines " + dice.of(List.of("", "traces ", "divergences ")) + "G();"));
    }
    for (Desk desk : plan.desks) {
      for (String condition : desk.conditions) {
        if (isClaimed()) {
          all.add(Piece.of((dice.chance(30) ? "always " : "never ") + desk.first() + "." + condition + ";"));
        }
      }
    }
    return all;
  }

  /// Reports whether a claim is made that need not be; of a large program all are.
  private boolean isClaimed() {
    return size == Size.LARGE || dice.chance(size.claims());
  }

  private String event() {
    Desk desk = dice.of(plan.desks);
    var names = new ArrayList<>(desk.marks);
    desk.ports.stream().filter(p -> p.facing() != Plan.Facing.BARRIER)
        .forEach(p -> names.add(p.size() == 0 ? p.name() : p.name() + "[*]"));
    if (!plan.exposed.isEmpty() && dice.chance(15) || names.isEmpty()) {
      return plan.exposed.isEmpty() ? event() : dice.of(plan.exposed);
    }
    return (dice.chance(50) ? desk.every() : desk.first()) + "." + dice.of(names);
  }

  private Piece word(String verb) {
    var events = new ArrayList<String>();
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      events.add(event());
    }
    return Piece.of(verb + " " + String.join(", ", events) + ";");
  }
}
