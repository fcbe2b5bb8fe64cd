package org.graphline.conformance.random;

import java.util.ArrayList;
import java.util.List;
import org.graphline.conformance.random.Plan.Desk;

/// A random program with one graph, a check of everything that can be claimed of it, and a scenario.
public final class RandomProgram {
  private final Dice dice;
  private final Plan plan;

  private RandomProgram(Dice dice) {
    this.dice = dice;
    this.plan = new Planner(dice).plan();
  }

  /// Returns the program of a seed.
  public static Piece of(long seed) {
    return new RandomProgram(new Dice(seed)).program();
  }

  private Piece program() {
    var all = new ArrayList<Piece>();
    all.add(Piece.of("enum Color { RED, BLUE }"));
    all.add(Piece.of("record Note { color: Color;  bit: 0..1; }"));
    all.add(Piece.of("type Blob = java \"java.lang.String\";"));
    all.add(Piece.block("extern Java", List.of(Piece.of("fun ask(): bool;"), Piece.of("fair fun toss(): bool;"),
        Piece.of("fun pick(): 0..1;"), Piece.of("fun make(): Blob;"), Piece.of("fun show();"),
        Piece.of("fun risk() throws;"))));
    plan.desks.forEach(d -> all.add(new Bodies(dice, d).component()));
    all.add(graph());
    all.add(Piece.block("check G", properties()));
    all.add(Piece.block("scenario \"some order\" for G", List.of(word("can"), word("cannot"))));
    return Piece.sequence(all);
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
    if (hasMarks || !plan.exposed.isEmpty()) {
      all.add(Piece.of("livelock free;"));
    }
    all.add(Piece.of("livelock free progress on " + event() + (dice.chance(30) ? ", " + event() : "") + ";"));
    all.add(Piece.of(event() + " leads to " + event() + ";"));
    all.add(Piece.of(event() + " leads to " + event() + ";"));
    if (!plan.exposed.isEmpty() && dice.chance(50)) {
      all.add(Piece.of("deterministic;"));
      all.add(Piece.of("refines " + dice.of(List.of("", "traces ", "divergences ")) + "G();"));
    }
    for (Desk desk : plan.desks) {
      for (String condition : desk.conditions) {
        all.add(Piece.of((dice.chance(30) ? "always " : "never ") + desk.first() + "." + condition + ";"));
      }
    }
    return all;
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
