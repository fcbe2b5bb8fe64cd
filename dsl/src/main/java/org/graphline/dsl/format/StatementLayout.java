package org.graphline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.Guard;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.PortUse;
import org.graphline.dsl.ast.Range;
import org.graphline.dsl.ast.SelectCase;
import org.graphline.dsl.ast.Statement;
import org.graphline.dsl.ast.Variable;

/// Lays out statements.
final class StatementLayout {

  private final Cursor cursor;
  private final ExpressionLayout expressions;

  StatementLayout(Cursor cursor, ExpressionLayout expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  Doc block(Statement.Block block) {
    return cursor.block(block.statements(), this::statement);
  }

  Doc variable(Variable variable) {
    return Doc.sequence(
        cursor.word("var"),
        Doc.space(),
        expressions.name(variable.name()),
        cursor.word(":"),
        Doc.space(),
        expressions.type(variable.type()),
        expressions.assigned(variable.initial()),
        cursor.word(";"));
  }

  private Doc statement(Statement statement) {
    return switch (statement) {
      case Statement.Block block -> block(block);
      case Statement.Local(Variable variable, _) -> variable(variable);
      case Statement.Let(Name name, Expression value, _) ->
          Doc.sequence(let(name), end(expressions.expression(value)));
      case Statement.Assign(Expression target, Expression value, _) ->
          Doc.sequence(
              expressions.expression(target),
              Doc.space(),
              cursor.word("="),
              Doc.space(),
              end(expressions.expression(value)));
      case Statement.Evaluate(Expression expression, _) -> end(expressions.expression(expression));
      case Statement.Receive(var binding, PortUse port, var otherwise, _) ->
          Doc.sequence(from("receive", binding, port), otherwise(otherwise));
      case Statement.Send(var value, PortUse port, var otherwise, _) ->
          Doc.sequence(words("send", value), Doc.space(), words("to", port), otherwise(otherwise));
      case Statement.Call call -> call(call);
      case Statement.Accept(var binding, PortUse port, Statement.Block body, _) ->
          Doc.sequence(from("accept", binding, port), Doc.space(), block(body));
      case Statement.Reply(var value, _) -> end(words("reply", value));
      case Statement.Sync(Name barrier, _) -> end(words("sync", barrier));
      case Statement.Select select -> select(select);
      case Statement.Par(Statement.Block branches, _) -> headed(cursor.word("par"), branches);
      case Statement.ParFor(Name name, Range range, Statement.Block body, _) ->
          headed(Doc.sequence(cursor.word("par"), Doc.space(), loop(name, range)), body);
      case Statement.Choose choose -> choose(choose);
      case Statement.If branch -> branch(branch);
      case Statement.Match(Expression subject, var cases, _) ->
          Doc.sequence(condition("match", subject), Doc.space(), cursor.column(cases, this::matchCase));
      case Statement.While(Expression condition, Statement.Block body, _) ->
          headed(condition("while", condition), body);
      case Statement.Repeat(Statement body, _) ->
          Doc.sequence(cursor.word("repeat"), Doc.space(), statement(body));
      case Statement.For(Name name, Range range, Statement.Block body, _) -> headed(loop(name, range), body);
      case Statement.Wait(Expression duration, _) -> end(words("wait", Optional.of(duration)));
      case Statement.Close(PortUse port, _) -> end(words("close", port));
      case Statement.Stop _ -> end(cursor.word("stop"));
      case Statement.Mark(Name name, _) -> end(words("mark", name));
      case Statement.Assert(Expression condition, _) -> end(words("assert", Optional.of(condition)));
    };
  }

  private Doc end(Doc doc) {
    return Doc.sequence(doc, cursor.word(";"));
  }

  private Doc words(String word, Name name) {
    return Doc.sequence(cursor.word(word), Doc.space(), expressions.name(name));
  }

  private Doc words(String word, PortUse port) {
    return Doc.sequence(cursor.word(word), Doc.space(), expressions.port(port));
  }

  private Doc words(String word, Optional<Expression> value) {
    var first = cursor.word(word);
    return value.map(v -> Doc.sequence(first, Doc.space(), expressions.expression(v))).orElse(first);
  }

  private Doc from(String word, Optional<Name> binding, PortUse port) {
    var first = cursor.word(word);
    var head = binding.map(name -> Doc.sequence(first, Doc.space(), expressions.name(name))).orElse(first);
    return Doc.sequence(head, Doc.space(), words("from", port));
  }

  private Doc let(Name name) {
    return Doc.sequence(words("let", name), Doc.space(), cursor.word("="), Doc.space());
  }

  private Doc call(Statement.Call call) {
    var let = call.binding().map(this::let).orElseGet(Doc::sequence);
    var port = words("call", call.port());
    var arguments =
        cursor.list("(", call.argument().stream().toList(), expressions::expression, ")");
    return Doc.sequence(let, port, arguments, otherwise(call.otherwise()));
  }

  private Doc otherwise(Optional<Statement> otherwise) {
    return otherwise
        .map(statement -> Doc.sequence(Doc.space(), cursor.word("else"), Doc.space(), statement(statement)))
        .orElseGet(() -> cursor.word(";"));
  }

  private Doc headed(Doc head, Statement.Block body) {
    return Doc.sequence(head, Doc.space(), block(body));
  }

  private Doc loop(Name name, Range range) {
    return Doc.sequence(
        words("for", name), Doc.space(), cursor.word("in"), Doc.space(), expressions.range(range));
  }

  private Doc condition(String word, Expression condition) {
    return Doc.sequence(
        cursor.word(word),
        Doc.space(),
        cursor.word("("),
        expressions.expression(condition),
        cursor.word(")"));
  }

  private Doc choose(Statement.Choose choose) {
    var docs = new ArrayList<Doc>();
    docs.add(cursor.word("choose"));
    if (choose.choice() == Statement.Choose.Choice.FAIR) {
      docs.add(Doc.space());
      docs.add(cursor.word("fair"));
    }
    for (int i = 0; i < choose.branches().size(); i++) {
      docs.add(Doc.space());
      if (i > 0) {
        docs.add(cursor.word("or"));
        docs.add(Doc.space());
      }
      docs.add(block(choose.branches().get(i)));
    }
    return Doc.sequence(docs);
  }

  private Doc branch(Statement.If branch) {
    var head = headed(condition("if", branch.condition()), branch.then());
    return branch.otherwise()
        .map(other -> Doc.sequence(head, Doc.space(), cursor.word("else"), Doc.space(), statement(other)))
        .orElse(head);
  }

  private Doc matchCase(Statement.MatchCase matchCase) {
    var value = matchCase.value().map(expressions::expression).orElseGet(() -> cursor.word("else"));
    return Doc.sequence(value, body(matchCase.body()));
  }

  /// Lays out ` => S`.
  private Doc body(Statement body) {
    return Doc.sequence(Doc.space(), cursor.word("=>"), Doc.space(), statement(body));
  }

  private Doc select(Statement.Select select) {
    var first = cursor.word("select");
    var head =
        switch (select.order()) {
          case FAIR -> first;
          case PRIORITY -> Doc.sequence(first, Doc.space(), cursor.word("priority"));
        };
    return Doc.sequence(head, Doc.space(), cases(select.cases()));
  }

  private Doc cases(List<SelectCase> cases) {
    return cursor.column(cases, this::selectCase);
  }

  private Doc selectCase(SelectCase selectCase) {
    return switch (selectCase) {
      case SelectCase.Guarded(var when, Guard guard, Statement body, _) -> {
        var condition =
            when.map(c -> Doc.sequence(condition("when", c), Doc.space())).orElseGet(Doc::sequence);
        yield Doc.sequence(condition, guard(guard), body(body));
      }
      case SelectCase.Replicated(Name name, Range range, var cases, _) ->
          Doc.sequence(loop(name, range), Doc.space(), cases(cases));
    };
  }

  private Doc guard(Guard guard) {
    return switch (guard) {
      case Guard.Receive(var binding, PortUse port, _) -> from("receive", binding, port);
      case Guard.Accept(var binding, PortUse port, _) -> from("accept", binding, port);
      case Guard.Sync(Name barrier, _) -> words("sync", barrier);
      case Guard.End(PortUse port, _) -> words("end", port);
      case Guard.After(Expression duration, _) -> words("after", Optional.of(duration));
      case Guard.Otherwise _ -> cursor.word("else");
    };
  }
}
