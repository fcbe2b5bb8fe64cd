package org.graphline.dsl.parse;

import org.antlr.v4.runtime.Token;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Marker;
import org.graphline.dsl.grammar.GraphlineParser.BodyContext;
import org.graphline.dsl.grammar.GraphlineParser.ComponentDeclContext;

/// A component has one `run` and it comes last; a native one has at most one `contract` instead.
final class BodyRules {

  private final Spans spans;
  private final Findings findings;

  BodyRules(Spans spans, Findings findings) {
    this.spans = spans;
    this.findings = findings;
  }

  void check(ComponentDeclContext component) {
    boolean inJava = component.NATIVE() != null;
    var name = component.name();
    if (component.body().isEmpty() && !inJava && findings.noneWithin(spans.of(component))) {
      report(
          name.getStart(),
          "`" + name.getText() + "` has no `run`",
          "nothing says what it does",
          "add `run { … }`, or write `native component` if Java does the work");
    }
    for (var body : component.body()) {
      checkWord(body, inJava);
    }
    if (component.body().size() > 1) {
      report(
          component.body(1).getStart(),
          "`" + name.getText() + "` has two bodies",
          "the second one",
          "join them, e.g. as branches of a `par { … }`");
    } else {
      component.body().forEach(body -> checkOrder(component, body));
    }
  }

  private void checkWord(BodyContext body, boolean inJava) {
    var word = body.getStart();
    if (inJava && body.RUN() != null) {
      report(
          word,
          "a native component has no `run`",
          "Java does the work",
          "call it `contract`, or remove `native`");
    }
    if (!inJava && body.CONTRACT() != null) {
      report(
          word,
          "only a native component has a `contract`",
          "the others have a `run`",
          "call it `run`, or write `native component`");
    }
  }

  private void checkOrder(ComponentDeclContext component, BodyContext body) {
    var word = body.getStart();
    component.member().stream()
        .map(member -> member.getStart())
        .filter(start -> start.getTokenIndex() > word.getTokenIndex())
        .findFirst()
        .ifPresent(start ->
            report(
                start,
                "ports and variables come before the body",
                "this one comes after it",
                "move it up, before `" + word.getText() + "`"));
  }

  private void report(Token place, String message, String phrase, String help) {
    var marker = new Marker(spans.of(place), phrase);
    findings.add(Diagnostic.of(DiagnosticId.MISPLACED_BODY, message, marker).help(help));
  }
}
