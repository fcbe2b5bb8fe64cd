package org.graphline.model.automaton;

import java.util.ArrayList;
import java.util.List;
import org.graphline.model.automaton.ProcessAutomaton.CellDomain;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Expression.BinaryOperator;
import org.graphline.model.term.Statement;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// The unfolding of `par`, `if`, `match` and `for`.
final class Control {
  private final Unfolding unfolding;
  private final Draft draft;

  Control(Unfolding unfolding, Draft draft) {
    this.unfolding = unfolding;
    this.draft = draft;
  }

  /// A branch of a `par`, with what is known where it stands.
  record Branch(Statement statement, Scope scope) {}

  int parFor(Statement.ParFor parFor, int next, Scope scope) {
    var branches = new ArrayList<Branch>();
    for (int i = scope.constants().integer(parFor.low()); i <= scope.constants().integer(parFor.high()); i++) {
      branches.add(new Branch(parFor.body(),
          scope.with(scope.constants().with(parFor.index(), new Value.Int(i)))));
    }
    return par(branches, next, scope, parFor.span());
  }

  int par(List<Branch> branches, int next, Scope scope, Span span) {
    if (branches.isEmpty()) {
      return next;
    }
    var starts = new ArrayList<Node.Start>();
    int thread = scope.thread();
    int top = scope.top();
    for (Branch branch : branches) {
      int end = draft.add(new Node.BranchEnd(scope.inRepeat()), new Site(span, "end of branch"));
      int below = 1 + Survey.threads(branch.statement(), branch.scope().constants());
      starts.add(new Node.Start(thread,
          unfolding.scoped(branch.statement(), end, branch.scope().withTop(top).withThread(thread + 1))));
      thread += below;
      top = Math.max(top, draft.firstFree());
    }
    int join = draft.add(new Node.Join(starts.stream().map(Node.Start::thread).toList(), next),
        new Site(span, "wait for all branches"));
    return draft.add(new Node.Fork(starts, join), new Site(span, "par"));
  }

  int branch(Expression condition, int then, int otherwise, Scope scope, Span span) {
    var evaluation = new Evaluation(draft, scope);
    Formula formula = evaluation.single(condition);
    return evaluation.before(draft.add(
        new Node.Branch(formula, evaluation.forget(then, span), evaluation.forget(otherwise, span)),
        new Site(span, "if")));
  }

  /// The cases in order; the last one needs no test, because together they cover every value.
  int match(Statement.Match match, int next, Scope scope) {
    var evaluation = new Evaluation(draft, scope);
    List<Formula> scrutinee = evaluation.value(match.scrutinee());
    int entry = -1;
    for (Statement.MatchCase matchCase : match.cases().reversed()) {
      int body = evaluation.forget(unfolding.scoped(matchCase.body(), next, scope), match.span());
      if (entry < 0 || matchCase.value().isEmpty()) {
        entry = body;
        continue;
      }
      List<Formula> value = new Evaluation(draft, scope).value(matchCase.value().get());
      Formula same = Formula.TRUE;
      for (int i = 0; i < scrutinee.size(); i++) {
        same = Evaluation.combine(BinaryOperator.AND, same,
            Evaluation.combine(BinaryOperator.EQUAL, scrutinee.get(i), value.get(i)));
      }
      entry = draft.add(new Node.Branch(same, body, entry), new Site(matchCase.span(), "match"));
    }
    return evaluation.before(entry);
  }

  int loop(Statement.For loop, int next, Scope outer) {
    var evaluation = new Evaluation(draft, outer);
    Formula low = evaluation.single(loop.low());
    Formula high = evaluation.single(loop.high());
    int cell = evaluation.free();
    DataType type = outer.constants().type(loop.index().type());
    int least = low instanceof Formula.Constant(int value) ? value : ((DataType.Range) type).low();
    int most = high instanceof Formula.Constant(int value) ? value : ((DataType.Range) type).high();
    draft.claim(cell, List.of(new CellDomain(loop.index().name(), Math.min(least, 0), Math.max(most, least) + 1)));
    draft.claim(cell + 1, List.of(new CellDomain("last " + loop.index().name(), Math.min(most, 0), Math.max(most, 0))));
    Scope scope = outer.with(loop.index(), cell, cell + 2);
    Site site = new Site(loop.span(), "for " + loop.index().name());
    var index = new Formula.Cell(cell);
    int head = draft.reserve(site);
    int step = draft.add(new Node.Store(cell, List.of(
        new Formula.Binary(BinaryOperator.ADD, index, new Formula.Constant(1))), head), site);
    int body = unfolding.statement(loop.body(), step, scope);
    draft.define(head, new Node.Branch(
        new Formula.Binary(BinaryOperator.LESS_OR_EQUAL, index, new Formula.Cell(cell + 1)), body,
        unfolding.clear(outer.top(), scope.top(), next, loop.span())));
    return evaluation.before(draft.add(new Node.Store(cell, List.of(low, high), head), site));
  }
}
