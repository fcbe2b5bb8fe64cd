package org.graphline.model.automaton;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphline.model.network.Constants;
import org.graphline.model.term.Guard;
import org.graphline.model.term.Port;
import org.graphline.model.term.Statement;
import org.graphline.model.value.Value;

/// What must be known of a behavior before its frame can be laid out.
///
/// @param closed the ports it closes somewhere
/// @param ended  the ports whose end some `select` reacts to
record Survey(Set<Port> closed, Set<Port> ended) {

  /// Returns the survey of `statement`.
  static Survey of(Statement statement) {
    var survey = new Survey(new LinkedHashSet<>(), new LinkedHashSet<>());
    survey.visit(statement);
    return survey;
  }

  /// Returns how many threads `statement` needs besides the one that runs it.
  static int threads(Statement statement, Constants constants) {
    return switch (statement) {
      case Statement.Par(var branches, _) ->
          branches.stream().mapToInt(b -> 1 + threads(b, constants)).sum();
      case Statement.ParFor(var index, var low, var high, var body, _) -> {
        int sum = 0;
        for (int i = constants.integer(low); i <= constants.integer(high); i++) {
          sum += 1 + threads(body, constants.with(index, new Value.Int(i)));
        }
        yield sum;
      }
      case Statement.Select(_, var items, _) -> items.stream().mapToInt(i -> threads(i, constants)).max().orElse(0);
      case Statement other -> children(other).stream().mapToInt(s -> threads(s, constants)).max().orElse(0);
    };
  }

  private static int threads(Statement.SelectItem item, Constants constants) {
    return switch (item) {
      case Statement.Case(_, _, var body, _) -> threads(body, constants);
      case Statement.ReplicatedCases(var index, var low, var high, var items, _) -> {
        int most = 0;
        for (int i = constants.integer(low); i <= constants.integer(high); i++) {
          Constants here = constants.with(index, new Value.Int(i));
          most = Math.max(most, items.stream().mapToInt(inner -> threads(inner, here)).max().orElse(0));
        }
        yield most;
      }
    };
  }

  private void visit(Statement statement) {
    if (statement instanceof Statement.Close(var port, _)) {
      closed.add(port.port());
    }
    if (statement instanceof Statement.Select(_, var items, _)) {
      items.forEach(this::visit);
    }
    children(statement).forEach(this::visit);
  }

  private void visit(Statement.SelectItem item) {
    switch (item) {
      case Statement.Case(_, var guard, _, _) -> {
        if (guard instanceof Guard.End(var port, _)) {
          ended.add(port.port());
        }
      }
      case Statement.ReplicatedCases(_, _, _, var items, _) -> items.forEach(this::visit);
    }
  }

  private static List<Statement> children(Statement statement) {
    return switch (statement) {
      case Statement.Block(var statements, _) -> statements;
      case Statement.Receive(_, _, var orElse, _) -> orElse.stream().toList();
      case Statement.Send(_, _, var orElse, _) -> orElse.stream().toList();
      case Statement.Call(_, _, _, var orElse, _) -> orElse.stream().toList();
      case Statement.Accept(_, _, var body, _) -> List.of(body);
      case Statement.Select(_, var items, _) -> items.stream().flatMap(i -> bodies(i).stream()).toList();
      case Statement.Par(var branches, _) -> branches;
      case Statement.ParFor(_, _, _, var body, _) -> List.of(body);
      case Statement.Choose(_, var alternatives, _) -> List.copyOf(alternatives);
      case Statement.If(_, var then, var otherwise, _) -> {
        var both = new ArrayList<Statement>(List.of(then));
        otherwise.ifPresent(both::add);
        yield both;
      }
      case Statement.Match(_, var cases, _) -> cases.stream().map(Statement.MatchCase::body).toList();
      case Statement.While(_, var body, _) -> List.of(body);
      case Statement.Repeat(var body, _, _) -> List.of(body);
      case Statement.For(_, _, _, var body, _) -> List.of(body);
      case Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _, Statement.Reply _,
          Statement.Sync _, Statement.Wait _, Statement.Close _, Statement.Stop _, Statement.Mark _,
          Statement.Assert _, Statement.Idle _ -> List.of();
    };
  }

  private static List<Statement> bodies(Statement.SelectItem item) {
    return switch (item) {
      case Statement.Case(_, _, var body, _) -> List.of(body);
      case Statement.ReplicatedCases(_, _, _, var items, _) ->
          items.stream().flatMap(i -> bodies(i).stream()).toList();
    };
  }
}
