package org.graphline.dsl.lower;

import java.util.LinkedHashMap;
import java.util.Map;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.SelectCase;
import org.graphline.dsl.ast.Statement;
import org.graphline.dsl.resolve.Bindings;

/// The names that a component marks, each with the first place where it does.
final class Marks {

  private final Map<String, Name> names = new LinkedHashMap<>();
  private final Bindings bindings;

  private Marks(Bindings bindings) {
    this.bindings = bindings;
  }

  static Map<String, Name> of(Declaration.Component component, Bindings bindings) {
    var marks = new Marks(bindings);
    component.body().ifPresent(body -> marks.visit(body.block()));
    return marks.names;
  }

  private void visit(Statement statement) {
    switch (statement) {
      case Statement.Mark(var name, _) -> {
        names.putIfAbsent(name.text(), name);
        bindings.lead(name, names.get(name.text()).span());
      }
      case Statement.Block(var statements, _) -> statements.forEach(this::visit);
      case Statement.Receive(_, _, var otherwise, _) -> otherwise.ifPresent(this::visit);
      case Statement.Send(_, _, var otherwise, _) -> otherwise.ifPresent(this::visit);
      case Statement.Call(_, _, _, var otherwise, _) -> otherwise.ifPresent(this::visit);
      case Statement.Accept(_, _, var body, _) -> visit(body);
      case Statement.Select(_, var cases, _) -> cases.forEach(this::visit);
      case Statement.Par(var branches, _) -> visit(branches);
      case Statement.ParFor(_, _, var body, _) -> visit(body);
      case Statement.Choose(_, var branches, _) -> branches.forEach(this::visit);
      case Statement.If(_, var then, var otherwise, _) -> {
        visit(then);
        otherwise.ifPresent(this::visit);
      }
      case Statement.Match(_, var cases, _) -> cases.forEach(c -> visit(c.body()));
      case Statement.While(_, var body, _) -> visit(body);
      case Statement.Repeat(var body, _) -> visit(body);
      case Statement.For(_, _, var body, _) -> visit(body);
      case Statement.Local _, Statement.Let _, Statement.Assign _, Statement.Evaluate _, Statement.Reply _,
          Statement.Sync _, Statement.Wait _, Statement.Close _, Statement.Stop _, Statement.Assert _ -> {}
    }
  }

  private void visit(SelectCase item) {
    switch (item) {
      case SelectCase.Guarded guarded -> visit(guarded.body());
      case SelectCase.Replicated replicated -> replicated.cases().forEach(this::visit);
    }
  }
}
