package org.graphline.compiler.plan;

import java.util.List;
import java.util.Optional;
import org.graphline.model.term.Guard;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Variable;

/// A behavior as it is written in source, one statement a line: what a person who implements a native
/// component in Java has to keep to.
public final class ContractText {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  private ContractText() {}

  /// Returns the text of `behavior`, headed by `contract`.
  public static String of(Statement.Block behavior) {
    var text = new ContractText();
    text.block("contract", behavior);
    return text.text.toString();
  }

  private void line(String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  private void block(String head, Statement body) {
    line(head + " {");
    inside(body);
    line("}");
  }

  private void inside(Statement body) {
    depth++;
    if (body instanceof Statement.Block(var statements, _)) {
      statements.forEach(this::statement);
    } else {
      statement(body);
    }
    depth--;
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.Block block -> block("", block);
      case Statement.Declare(var x, var initial, _) ->
          line("var " + x.name() + ": " + Wording.of(x.type()) + " = " + Wording.of(initial) + ";");
      case Statement.Let(var x, var value, _) -> line("let " + x.name() + " = " + Wording.of(value) + ";");
      case Statement.Assign(var x, var value, _) -> line(x.name() + " = " + Wording.of(value) + ";");
      case Statement.Evaluate(var expression, _) -> line(Wording.of(expression) + ";");
      case Statement.Receive(var x, var port, var orElse, _) ->
          orElse("receive" + bound(x) + " from " + Wording.of(port), orElse);
      case Statement.Send(var value, var port, var orElse, _) ->
          orElse("send" + Wording.optional(" ", value) + " to " + Wording.of(port), orElse);
      case Statement.Call(var x, var port, var request, var orElse, _) ->
          orElse(x.map(r -> "let " + r.name() + " = ").orElse("") + "call " + Wording.of(port) + "("
              + Wording.optional("", request) + ")", orElse);
      case Statement.Accept(var x, var port, var body, _) ->
          block("accept" + bound(x) + " from " + Wording.of(port), body);
      case Statement.Reply(var value, _) -> line("reply" + Wording.optional(" ", value) + ";");
      case Statement.Sync(var barrier, _) -> line("sync " + Wording.of(barrier) + ";");
      case Statement.Select select -> select("", select);
      case Statement.Par(var branches, _) -> block("par", new Statement.Block(branches, statement.span()));
      case Statement.ParFor(var i, var low, var high, var body, _) ->
          block("par for " + i.name() + " in " + Wording.of(low) + ".." + Wording.of(high), body);
      case Statement.Choose(boolean fair, var alternatives, _) -> choose(fair, alternatives);
      case Statement.If(var condition, var then, var otherwise, _) -> {
        block("if (" + Wording.of(condition) + ")", then);
        otherwise.ifPresent(other -> block("else", other));
      }
      case Statement.Match match -> match(match);
      case Statement.While(var condition, var body, _) -> block("while (" + Wording.of(condition) + ")",
          body);
      case Statement.Repeat(Statement.Select select, _, _) -> select("repeat ", select);
      case Statement.Repeat(var body, _, _) -> block("repeat", body);
      case Statement.For(var i, var low, var high, var body, _) ->
          block("for " + i.name() + " in " + Wording.of(low) + ".." + Wording.of(high), body);
      case Statement.Wait(var duration, _) -> line("wait " + Wording.of(duration) + ";");
      case Statement.Close(var port, _) -> line("close " + Wording.of(port) + ";");
      case Statement.Stop _ -> line("stop;");
      case Statement.Mark(var name, _) -> line("mark " + name + ";");
      case Statement.Assert(var condition, _) -> line("assert " + Wording.of(condition) + ";");
      case Statement.Idle _ -> line("// rests");
    }
  }

  private void orElse(String head, Optional<Statement> orElse) {
    if (orElse.isEmpty()) {
      line(head + ";");
    } else {
      block(head + " else", orElse.get());
    }
  }

  private void choose(boolean fair, List<Statement.Block> alternatives) {
    for (int i = 0; i < alternatives.size(); i++) {
      block(i > 0 ? "or" : fair ? "choose fair" : "choose", alternatives.get(i));
    }
  }

  private void match(Statement.Match match) {
    line("match (" + Wording.of(match.scrutinee()) + ") {");
    depth++;
    match.cases().forEach(c -> block(c.value().map(Wording::of).orElse("else") + " =>", c.body()));
    depth--;
    line("}");
  }

  private void select(String before, Statement.Select select) {
    line(before + (select.priority() ? "select priority {" : "select {"));
    select.items().forEach(this::item);
    line("}");
  }

  private void item(Statement.SelectItem item) {
    depth++;
    switch (item) {
      case Statement.Case(var when, var guard, var body, _) ->
          block(when.map(w -> "when (" + Wording.of(w) + ") ").orElse("") + guard(guard) + " =>", body);
      case Statement.ReplicatedCases(var i, var low, var high, var items, _) -> {
        line("for " + i.name() + " in " + Wording.of(low) + ".." + Wording.of(high) + " {");
        items.forEach(this::item);
        line("}");
      }
    }
    depth--;
  }

  private static String guard(Guard guard) {
    return switch (guard) {
      case Guard.Receive(var x, var port, _) -> "receive" + bound(x) + " from " + Wording.of(port);
      case Guard.Accept(var x, var port, _) -> "accept" + bound(x) + " from " + Wording.of(port);
      case Guard.Sync(var barrier, _) -> "sync " + Wording.of(barrier);
      case Guard.End(var port, _) -> "end " + Wording.of(port);
      case Guard.After(var duration, _) -> "after " + Wording.of(duration);
      case Guard.Else _ -> "else";
      case Guard.Unheard(var port, _) -> "refused " + port.name();
    };
  }

  private static String bound(Optional<Variable> binding) {
    return binding.map(x -> " " + x.name()).orElse("");
  }
}
