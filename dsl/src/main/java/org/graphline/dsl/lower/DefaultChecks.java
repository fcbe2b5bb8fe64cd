package org.graphline.dsl.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.graphline.model.term.Check;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port.Direction;
import org.graphline.model.term.Program;
import org.graphline.model.value.QualifiedName;

/// The checks that nobody wrote (rule R8): of each graph that stands on its own and that no check names.
public final class DefaultChecks {

  private DefaultChecks() {}

  /// Returns one check for each such graph of `program`.
  public static List<Check> of(Program program) {
    var excluded = new HashSet<QualifiedName>();
    for (var check : program.checks()) {
      if (check instanceof Check.Claims claims) {
        excluded.add(claims.graph());
        claims.claims().forEach(claim -> {
          if (claim.property() instanceof Check.Property.Refines(_, var specification)) {
            excluded.add(specification.target());
          }
        });
      }
    }
    program.graphs().forEach(graph -> collectUsed(graph.items(), excluded));
    var checks = new ArrayList<Check>();
    for (var graph : program.graphs()) {
      boolean complete = graph.typeParameters().isEmpty()
          && graph.parameters().stream().allMatch(p -> p.byDefault().isPresent());
      if (complete && !excluded.contains(graph.name())) {
        checks.add(check(graph));
      }
    }
    return checks;
  }

  private static void collectUsed(List<Graph.Item> items, Set<QualifiedName> used) {
    for (var item : items) {
      switch (item) {
        case Graph.Desk desk -> used.add(desk.construct().target());
        case Graph.Replicated replicated -> collectUsed(replicated.items(), used);
        case Graph.Wire _, Graph.BarrierLine _ -> {}
      }
    }
  }

  private static Check check(Graph graph) {
    var arguments = graph.parameters().stream().map(p -> new Check.Argument(p.variable().name(),
        p.byDefault().orElseThrow(), Optional.empty(), graph.span())).toList();
    var claims = new ArrayList<Check.Claim>();
    claims.add(new Check.Claim(false, new Check.Property.DeadlockFree(), "deadlock free", graph.span()));
    boolean hasInTrays = graph.ports().stream()
        .anyMatch(p -> p.direction() == Direction.IN || p.direction() == Direction.SERVER);
    if (hasInTrays) {
      claims.add(new Check.Claim(false, new Check.Property.ShutsDown(), "shuts down", graph.span()));
    }
    return new Check.Claims(graph.name(), List.of(), arguments, List.of(), claims, graph.span());
  }
}
