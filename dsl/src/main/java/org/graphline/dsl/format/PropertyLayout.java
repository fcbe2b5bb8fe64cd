package org.graphline.dsl.format;

import java.util.List;
import org.graphline.dsl.ast.Claim;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Declaration.Story;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.Property;
import org.graphline.dsl.ast.Reference;

/// Lays out checks and scenarios.
final class PropertyLayout {

  private final Cursor cursor;
  private final ExpressionLayout expressions;

  PropertyLayout(Cursor cursor, ExpressionLayout expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  Doc check(Declaration.Check check) {
    return Doc.sequence(
        cursor.word("check"),
        Doc.space(),
        expressions.instance(check.target()),
        colorings(check.colorings()),
        Doc.space(),
        cursor.block(check.claims(), this::claim));
  }

  private Doc colorings(List<Declaration.Coloring> colorings) {
    if (colorings.isEmpty()) {
      return Doc.sequence();
    }
    return cursor.group(() -> {
      var head = Doc.sequence(Doc.line(), cursor.word("with"), Doc.space());
      return new Doc.Indented(Doc.sequence(head, cursor.separated(colorings, this::coloring)));
    });
  }

  private Doc coloring(Declaration.Coloring coloring) {
    return Doc.sequence(
        expressions.name(coloring.type()),
        Doc.space(),
        cursor.word("="),
        Doc.space(),
        cursor.list("{", coloring.colors(), expressions::name, "}"));
  }

  private Doc claim(Claim claim) {
    var not =
        switch (claim.expectation()) {
          case HOLDS -> Doc.sequence();
          case FAILS -> Doc.sequence(cursor.word("not"), Doc.space());
        };
    return Doc.sequence(not, property(claim.property()), cursor.word(";"));
  }

  private Doc property(Property property) {
    return switch (property) {
      case Property.DeadlockFree _ -> two("deadlock", "free");
      case Property.LivelockFree(var progress, _) ->
          Doc.sequence(two("livelock", "free"), progress(progress));
      case Property.ErrorFree _ -> two("error", "free");
      case Property.Terminates _ -> cursor.word("terminates");
      case Property.ShutsDown _ -> two("shuts", "down");
      case Property.Deterministic _ -> cursor.word("deterministic");
      case Property.Always(Expression condition, _) ->
          Doc.sequence(cursor.word("always"), Doc.space(), expressions.expression(condition));
      case Property.Never(Expression condition, _) ->
          Doc.sequence(cursor.word("never"), Doc.space(), expressions.expression(condition));
      case Property.LeadsTo(Reference cause, Reference effect, _) ->
          Doc.sequence(
              expressions.reference(cause),
              Doc.space(),
              two("leads", "to"),
              Doc.space(),
              expressions.reference(effect));
      case Property.Refines(var semantics, var specification, _) -> {
        var head =
            switch (semantics) {
              case FAILURES -> cursor.word("refines");
              case TRACES -> two("refines", "traces");
              case DIVERGENCES -> two("refines", "divergences");
            };
        yield Doc.sequence(head, Doc.space(), expressions.instance(specification));
      }
    };
  }

  private Doc two(String first, String second) {
    return Doc.sequence(cursor.word(first), Doc.space(), cursor.word(second));
  }

  private Doc progress(List<Reference> progress) {
    if (progress.isEmpty()) {
      return Doc.sequence();
    }
    return cursor.group(() -> {
      var head = Doc.sequence(Doc.space(), two("progress", "on"), Doc.space());
      return new Doc.Indented(Doc.sequence(head, cursor.separated(progress, expressions::reference)));
    });
  }

  Doc scenario(Declaration.Scenario scenario) {
    boolean aligned = scenario.stories().stream().anyMatch(story -> story.kind() != Story.Kind.CAN);
    return Doc.sequence(
        cursor.word("scenario"),
        Doc.space(),
        cursor.word(),
        Doc.space(),
        cursor.word("for"),
        Doc.space(),
        expressions.instance(scenario.target()),
        Doc.space(),
        cursor.block(scenario.stories(), story -> story(story, aligned)));
  }

  /// Lays out a line of a scenario, `can` widened to line up with `cannot`.
  private Doc story(Story story, boolean aligned) {
    int gap = aligned && story.kind() == Story.Kind.CAN ? 1 + "not".length() : 1;
    var head = story.kind() == Story.Kind.CANNOT_DEADLOCK_AFTER
        ? Doc.sequence(cursor.word("cannot"), Doc.space(), two("deadlock", "after"), Doc.space())
        : Doc.sequence(cursor.word(), new Doc.Space(gap));
    return cursor.group(() -> {
      var events = cursor.separated(story.events(), this::event);
      return new Doc.Indented(Doc.sequence(head, events, cursor.word(";")));
    });
  }

  private Doc event(Declaration.Event event) {
    var subject = expressions.reference(event.subject());
    return event.value()
        .map(value ->
            Doc.sequence(subject, cursor.word("("), expressions.expression(value), cursor.word(")")))
        .orElse(subject);
  }
}
