package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.graphline.model.source.Span;
import org.graphline.model.term.Graph;

/// Java of a graph's arrows and barriers.
final class WireEmitter {
  private final Body body;
  private final ExpressionEmitter expressions;
  private final Ends ends;

  WireEmitter(Ends ends, ExpressionEmitter expressions, Body body) {
    this.body = body;
    this.expressions = expressions;
    this.ends = ends;
  }

  /// Emits the arrows and barriers of `item`, which may be a loop over some.
  void emit(Graph.Item item, Scope scope) {
    switch (item) {
      case Graph.Wire wire when ends.isCall(wire.from().getFirst()) -> calls(wire, scope);
      case Graph.Wire wire -> line(wire, scope);
      case Graph.BarrierLine barrier -> barrier(barrier, scope);
      case Graph.Replicated loop -> {
        if (hasWires(loop)) {
          loop(loop, body, expressions, scope, inner -> loop.items().forEach(each -> emit(each, inner)));
        }
      }
      case Graph.Desk _ -> { }
    }
  }

  /// Emits `loop` around what `inside` emits.
  static void loop(Graph.Replicated loop, Body body, ExpressionEmitter expressions, Scope outer,
      Consumer<Scope> inside) {
    Scope scope = outer.nested();
    CodeBlock low = expressions.bound(loop.low(), outer).code();
    CodeBlock high = expressions.bound(loop.high(), outer).code();
    body.open(loop.span(), "for (int $1L = $2L; $1L <= $3L; $1L++) {", scope.declare(loop.index()), low,
        high);
    inside.accept(scope);
    body.close("}");
  }

  private static boolean hasWires(Graph.Replicated loop) {
    return loop.items().stream().anyMatch(item -> switch (item) {
      case Graph.Wire _, Graph.BarrierLine _ -> true;
      case Graph.Replicated inner -> hasWires(inner);
      case Graph.Desk _ -> false;
    });
  }

  private void line(Graph.Wire wire, Scope outer) {
    Scope scope = outer.nested();
    boolean isCopied = wire.policy().sharing() == Graph.Sharing.ALL;
    TypeName letter = ends.message(wire.from().getFirst());
    CodeBlock start = isCopied
        ? CodeBlock.of("wiring.<$T>copies($L)", letter, room(wire.policy(), scope))
        : CodeBlock.of("wiring.<$T>line($L)", letter, room(wire.policy(), scope));
    List<Ends.End> from = ends.all(wire.from(), scope);
    List<Ends.End> to = ends.all(wire.to(), scope);
    int plainFrom = plain(from);
    int plainTo = plain(to);
    CodeBlock chain = CodeBlock.of("$L$L$L", start, chained("from", from.subList(0, plainFrom)),
        chained("to", to.subList(0, plainTo)));
    if (plainFrom == from.size() && plainTo == to.size()) {
      body.line(wire.span(), "$L;", chain);
      return;
    }
    ClassName raw = isCopied ? RuntimeNames.COPIES : RuntimeNames.WIRE;
    TypeName type = ParameterizedTypeName.get(raw, letter);
    String line = scope.fresh("line");
    body.open("{");
    body.line(wire.span(), "$T $L = $L;", type, line, chain);
    from.subList(plainFrom, from.size()).forEach(end -> inLoops(end, line + ".from($L);", wire.span()));
    to.subList(plainTo, to.size()).forEach(end -> inLoops(end, line + ".to($L);", wire.span()));
    body.close("}");
  }

  private static int plain(List<Ends.End> ends) {
    int count = 0;
    while (count < ends.size() && ends.get(count).loops().isEmpty()) {
      count++;
    }
    return count;
  }

  private static CodeBlock chained(String verb, List<Ends.End> ends) {
    return ends.stream().map(end -> CodeBlock.of(".$L($L)", verb, end.code())).collect(CodeBlock.joining(""));
  }

  private void inLoops(Ends.End end, String format, Span span) {
    end.loops().forEach(loop -> body.open("$L {", loop));
    body.line(span, format, end.code());
    end.loops().forEach(_ -> body.close("}"));
  }

  private CodeBlock room(Graph.Policy policy, Scope scope) {
    String kind = switch (policy.overflow()) {
      case WAIT -> "room";
      case OVERWRITE -> "overwriting";
      case DROP -> "dropping";
    };
    return policy.capacity()
        .map(places -> CodeBlock.of("$T.$L($L)", RuntimeNames.ROOM, kind,
        expressions.bound(places, scope).code()))
        .orElse(CodeBlock.of(""));
  }

  private void calls(Graph.Wire wire, Scope outer) {
    Scope scope = outer.nested();
    for (Ends.End client : ends.all(wire.from(), scope)) {
      for (Ends.End server : ends.all(wire.to(), scope)) {
        client.loops().forEach(loop -> body.open("$L {", loop));
        server.loops().forEach(loop -> body.open("$L {", loop));
        body.line(wire.span(), "wiring.calls($L, $L);", client.code(), server.code());
        server.loops().forEach(_ -> body.close("}"));
        client.loops().forEach(_ -> body.close("}"));
      }
    }
  }

  private void barrier(Graph.BarrierLine barrier, Scope outer) {
    Scope scope = outer.nested();
    List<Ends.End> members = ends.all(barrier.members(), scope);
    if (members.stream().allMatch(end -> end.loops().isEmpty())) {
      body.line(barrier.span(), "wiring.barrier($S, $L);", barrier.name(),
          CodeBlock.join(members.stream().map(Ends.End::code).toList(), ", "));
      return;
    }
    String list = scope.fresh("members");
    body.open("{");
    body.line(barrier.span(), "$T<$T> $L = new $T<>();", List.class, RuntimeNames.PHASE, list,
        ArrayList.class);
    members.forEach(end -> inLoops(end, list + ".add($L);", barrier.span()));
    body.line("wiring.barrier($S, $L);", barrier.name(), list);
    body.close("}");
  }
}
