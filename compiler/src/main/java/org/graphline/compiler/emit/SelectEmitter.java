package org.graphline.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.graphline.model.term.Guard;
import org.graphline.model.term.Port;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Variable;

/// Java of `select`: the cases are arguments, and a `switch` says what follows the one that was chosen.
final class SelectEmitter {
  /// How long the cases may be, all together, to stand on the line of the `select`.
  private static final int SHORT = 60;

  private final Members members;
  private final Body body;
  private final StatementEmitter statements;

  SelectEmitter(Members members, Body body, StatementEmitter statements) {
    this.members = members;
    this.body = body;
    this.statements = statements;
  }

  void emit(Statement.Select select, Scope scope) {
    String verb = select.priority() ? "selectPriority" : "select";
    int line = select.span().line();
    List<CodeBlock> cases = select.items().stream().map(item -> item(item, scope)).toList();
    String text = String.join(", ", cases.stream().map(CodeBlock::toString).toList());
    if (text.length() <= SHORT && text.indexOf('\n') < 0) {
      body.line(select.span(), "switch (at($L).$L($L)) {", line, verb, CodeBlock.join(cases, ", "));
    } else {
      body.open(select.span(), "switch (at($L).$L(", line, verb).indent();
      for (int i = 0; i < cases.size(); i++) {
        body.line(select.items().get(i).span(), "$L$L", cases.get(i), i < cases.size() - 1 ? "," : ")) {");
      }
      body.unindent().unindent();
    }
    body.indent();
    for (int i = 0; i < cases.size(); i++) {
      branch(i, select.items().get(i), line, scope);
    }
    body.close("}");
  }

  private CodeBlock item(Statement.SelectItem item, Scope scope) {
    return switch (item) {
      case Statement.Case(var when, var guard, _, _) -> when.isEmpty() ? guard(guard, scope)
          : CodeBlock.of("when($L, $L)", members.expressions().emit(when.get(), scope).code(),
          guard(guard, scope));
      case Statement.ReplicatedCases(var index, var low, var high, var items, _) -> {
        Scope round = scope.nested();
        String name = round.declare(index);
        List<CodeBlock> inner = items.stream().map(each -> item(each, round)).toList();
        CodeBlock cases = inner.size() == 1 ? inner.getFirst()
            : CodeBlock.of("several(\n$>$>$L)$<$<", CodeBlock.join(inner, ",\n"));
        yield CodeBlock.of("each($L, $L, $L -> $L)", members.expressions().bound(low, scope).code(),
            members.expressions().bound(high, scope).code(), name, cases);
      }
    };
  }

  private CodeBlock guard(Guard guard, Scope scope) {
    return switch (guard) {
      case Guard.Receive(_, var port, _) -> CodeBlock.of("receive($L)", members.port(port, scope));
      case Guard.Accept(_, var port, _) -> CodeBlock.of("accept($L)", members.port(port, scope));
      case Guard.Sync(var barrier, _) -> CodeBlock.of("sync($L)", members.port(barrier, scope));
      case Guard.End(var port, _) -> CodeBlock.of("end($L)", members.port(port, scope));
      case Guard.After(var duration, _) ->
          CodeBlock.of("after($L)", members.expressions().emit(duration, scope).code());
      case Guard.Else _ -> CodeBlock.of("otherwise()");
      case Guard.Unheard _ -> throw new AssertionError("only in the prelude, which the runtime provides");
    };
  }

  private void branch(int number, Statement.SelectItem item, int line, Scope outer) {
    Scope scope = outer.nested();
    switch (item) {
      case Statement.Case one -> caseOf(number, one, scope);
      case Statement.ReplicatedCases round -> {
        body.open(round.span(), "case $L -> {", number);
        round(round, line, scope);
        body.close("}");
      }
    }
  }

  /// Emits what follows a `for` around cases: the value of its variable, then which case it was, if there are
  /// several.
  private void round(Statement.ReplicatedCases round, int line, Scope scope) {
    body.line("int $L = at($L).picked();", scope.declare(round.index()), line);
    if (round.items().size() > 1) {
      body.open("switch (at($L).picked()) {", line);
      for (int i = 0; i < round.items().size(); i++) {
        branch(i, round.items().get(i), line, scope);
      }
      body.close("}");
    } else {
      switch (round.items().getFirst()) {
        case Statement.Case one -> taken(one, scope);
        case Statement.ReplicatedCases inner -> round(inner, line, scope);
      }
    }
  }

  private void caseOf(int number, Statement.Case one, Scope scope) {
    if (needsNames(one.guard())) {
      body.open(one.span(), "case $L -> {", number);
      taken(one, scope);
      body.close("}");
    } else {
      statements.arm("case " + number + " -> ", one.body(), scope);
    }
  }

  private boolean needsNames(Guard guard) {
    return switch (guard) {
      case Guard.Receive(var binding, _, _) -> binding.filter(this::isUsed).isPresent();
      case Guard.Accept _ -> true;
      case Guard.Sync _, Guard.End _, Guard.After _, Guard.Else _, Guard.Unheard _ -> false;
    };
  }

  private boolean isUsed(Variable variable) {
    return members.captures().used().contains(variable.id());
  }

  /// Emits what follows a case: its binding, then its statement.
  private void taken(Statement.Case one, Scope scope) {
    List<Statement> rest = one.body() instanceof Statement.Block(var all, _) ? all : List.of(one.body());
    switch (one.guard()) {
      case Guard.Receive(var binding, var use, _) -> {
        binding.filter(this::isUsed).ifPresent(x -> {
          CodeBlock port = members.port(use, scope);
          body.line("$T $L = $L.letter();", members.types().plain(x.type()), scope.declare(x), port);
        });
        statements.block(rest, scope);
      }
      case Guard.Accept(var binding, var use, _) -> {
        Port port = use.port();
        CodeBlock place = members.port(use, scope);
        String call = scope.fresh("call");
        body.line("$T $L = $L.accepted();", members.types().call(port), call, place);
        new CommunicationEmitter(members, body, statements).opened(call, port, binding, one.body(), scope);
      }
      case Guard.Sync _, Guard.End _, Guard.After _, Guard.Else _,
          Guard.Unheard _ -> statements.block(rest, scope);
    }
  }
}
