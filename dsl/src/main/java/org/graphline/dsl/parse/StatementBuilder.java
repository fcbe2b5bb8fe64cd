package org.graphline.dsl.parse;

import java.util.List;
import java.util.Optional;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.Guard;
import org.graphline.dsl.ast.SelectCase;
import org.graphline.dsl.ast.Statement;
import org.graphline.dsl.grammar.GraphlineParser.*;

/// Builds statements. A broken statement in a list is left out; where one must stand, an empty block takes
/// its place.
final class StatementBuilder {

  private final Spans spans;
  private final ExpressionBuilder expressions;
  private final MemberBuilder members;

  StatementBuilder(Spans spans, ExpressionBuilder expressions, MemberBuilder members) {
    this.spans = spans;
    this.expressions = expressions;
    this.members = members;
  }

  Statement.Block block(BlockContext context) {
    var statements = context.stmt().stream().filter(Broken::isNot).map(this::statement).toList();
    return new Statement.Block(statements, spans.of(context));
  }

  private Statement statement(StmtContext context) {
    if (!Broken.isNot(context)) {
      return new Statement.Block(List.of(), spans.of(context.getStart()));
    }
    return switch (context) {
      case ReceiveStmtContext _, SendStmtContext _, CallStmtContext _, AcceptStmtContext _,
          ReplyStmtContext _, SyncStmtContext _, CloseStmtContext _, StopStmtContext _, WaitStmtContext _ ->
          communication(context);
      case NestedStmtContext _, SelectStmtContext _, ParStmtContext _, ParForStmtContext _,
          ChooseStmtContext _, IfStmtContext _, MatchStmtContext _, WhileStmtContext _, RepeatStmtContext _,
          ForStmtContext _ ->
          control(context);
      default -> local(context);
    };
  }

  private Statement communication(StmtContext context) {
    var span = spans.of(context);
    return switch (context) {
      case ReceiveStmtContext s ->
          new Statement.Receive(
              expressions.optional(s.name()), expressions.port(s.port()), otherwise(s.orElse()), span);
      case SendStmtContext s ->
          new Statement.Send(
              expressions.optional(s.expr()), expressions.port(s.port()), otherwise(s.orElse()), span);
      case CallStmtContext s ->
          new Statement.Call(
              Optional.empty(),
              expressions.port(s.port()),
              expressions.optional(s.expr()),
              otherwise(s.orElse()),
              span);
      case AcceptStmtContext s ->
          new Statement.Accept(
              expressions.optional(s.name()), expressions.port(s.port()), block(s.block()), span);
      case ReplyStmtContext s -> new Statement.Reply(expressions.optional(s.expr()), span);
      case SyncStmtContext s -> new Statement.Sync(expressions.name(s.name()), span);
      case CloseStmtContext s -> new Statement.Close(expressions.port(s.port()), span);
      case StopStmtContext _ -> new Statement.Stop(span);
      case WaitStmtContext s -> new Statement.Wait(expressions.expression(s.expr()), span);
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private Statement control(StmtContext context) {
    var span = spans.of(context);
    return switch (context) {
      case NestedStmtContext s -> block(s.block());
      case SelectStmtContext s -> select(s.selectBlock());
      case ParStmtContext s -> new Statement.Par(block(s.block()), span);
      case ParForStmtContext s ->
          new Statement.ParFor(
              expressions.name(s.name()), expressions.range(s.range()), block(s.block()), span);
      case ChooseStmtContext s -> {
        var choice = s.FAIR() != null ? Statement.Choose.Choice.FAIR : Statement.Choose.Choice.DEMONIC;
        yield new Statement.Choose(choice, s.block().stream().map(this::block).toList(), span);
      }
      case IfStmtContext s ->
          new Statement.If(
              expressions.expression(s.expr()),
              block(s.block()),
              Optional.ofNullable(s.stmt()).map(this::statement),
              span);
      case MatchStmtContext s -> {
        var cases = s.matchCase().stream().filter(Broken::isNot).map(this::matchCase).toList();
        yield new Statement.Match(expressions.expression(s.expr()), cases, span);
      }
      case WhileStmtContext s ->
          new Statement.While(expressions.expression(s.expr()), block(s.block()), span);
      case RepeatStmtContext s ->
          new Statement.Repeat(s.block() != null ? block(s.block()) : select(s.selectBlock()), span);
      case ForStmtContext s ->
          new Statement.For(expressions.name(s.name()), expressions.range(s.range()), block(s.block()), span);
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private Statement local(StmtContext context) {
    var span = spans.of(context);
    return switch (context) {
      case VarStmtContext s -> new Statement.Local(members.variable(s.varDecl()), span);
      case LetStmtContext s when s.CALL() != null ->
          new Statement.Call(
              expressions.optional(s.name()),
              expressions.port(s.port()),
              expressions.optional(s.expr()),
              otherwise(s.orElse()),
              span);
      case LetStmtContext s ->
          new Statement.Let(expressions.name(s.name()), expressions.expression(s.expr()), span);
      case ExprStmtContext s when s.ASSIGN() != null ->
          new Statement.Assign(expressions.expression(s.expr(0)), expressions.expression(s.expr(1)), span);
      case ExprStmtContext s -> new Statement.Evaluate(expressions.expression(s.expr(0)), span);
      case MarkStmtContext s -> new Statement.Mark(expressions.name(s.name()), span);
      case AssertStmtContext s -> new Statement.Assert(expressions.expression(s.expr()), span);
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private Optional<Statement> otherwise(OrElseContext context) {
    return Optional.ofNullable(context.stmt()).map(this::statement);
  }

  private Statement.MatchCase matchCase(MatchCaseContext context) {
    Optional<Expression> value = expressions.optional(context.expr());
    return new Statement.MatchCase(value, statement(context.stmt()), spans.of(context));
  }

  private Statement.Select select(SelectBlockContext context) {
    var order = context.PRIORITY() != null ? Statement.Select.Order.PRIORITY : Statement.Select.Order.FAIR;
    return new Statement.Select(order, cases(context.selectItem()), spans.of(context));
  }

  private List<SelectCase> cases(List<SelectItemContext> contexts) {
    return contexts.stream().filter(Broken::isNot).map(this::selectCase).toList();
  }

  private SelectCase selectCase(SelectItemContext context) {
    var span = spans.of(context);
    return switch (context) {
      case GuardedCaseContext c ->
          new SelectCase.Guarded(expressions.optional(c.expr()), guard(c.guard()), statement(c.stmt()), span);
      case ReplicatedCaseContext c ->
          new SelectCase.Replicated(
              expressions.name(c.name()), expressions.range(c.range()), cases(c.selectItem()), span);
      default -> throw ExpressionBuilder.unknown(context);
    };
  }

  private Guard guard(GuardContext context) {
    var span = spans.of(context);
    return switch (context) {
      case ReceiveGuardContext g ->
          new Guard.Receive(expressions.optional(g.name()), expressions.port(g.port()), span);
      case AcceptGuardContext g ->
          new Guard.Accept(expressions.optional(g.name()), expressions.port(g.port()), span);
      case SyncGuardContext g -> new Guard.Sync(expressions.name(g.name()), span);
      case EndGuardContext g -> new Guard.End(expressions.port(g.port()), span);
      case AfterGuardContext g -> new Guard.After(expressions.expression(g.expr()), span);
      case ElseGuardContext _ -> new Guard.Otherwise(span);
      default -> throw ExpressionBuilder.unknown(context);
    };
  }
}
