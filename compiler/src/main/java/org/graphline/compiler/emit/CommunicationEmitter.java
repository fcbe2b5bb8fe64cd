package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;
import org.graphline.model.term.Port;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;

/// Java of `receive`, `send`, `call`, `accept` and `reply`.
final class CommunicationEmitter {
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  private final Members members;
  private final Body body;
  private final StatementEmitter statements;

  CommunicationEmitter(Members members, Body body, StatementEmitter statements) {
    this.members = members;
    this.body = body;
    this.statements = statements;
  }

  /// Reports whether `binding` is there and read by anyone.
  boolean binds(Optional<Variable> binding) {
    return binding.isPresent() && members.captures().used().contains(binding.get().id());
  }

  void receive(Statement.Receive receive, Scope scope) {
    CodeBlock port = members.port(receive.port(), scope);
    Span span = receive.span();
    if (receive.orElse().isPresent()) {
      CodeBlock attempt = CodeBlock.of("at($L).receiveOrEnd($L)", span.line(), port);
      attempt(attempt, "letter", receive.binding(), receive.orElse().get(), span, scope);
    } else {
      Variable x = receive.binding().orElseThrow();
      body.line(span, "$T $L = at($L).receive($L);", members.types().plain(x.type()), scope.declare(x),
          span.line(),
          port);
    }
  }

  void call(Statement.Call call, Scope scope) {
    if (call.orElse().isPresent()) {
      attempt(calling("callOrRefused", call, scope), "reply", call.result(), call.orElse().get(), call.span(),
          scope);
    } else {
      Variable x = call.result().orElseThrow();
      CodeBlock calling = calling("call", call, scope);
      body.line(call.span(), "$T $L = $L;", members.types().plain(x.type()), scope.declare(x), calling);
    }
  }

  /// What may find nobody there gives an `Optional`. A binding is in scope only if `orElse` cannot end
  /// normally (R22).
  private void attempt(CodeBlock attempt, String what, Optional<Variable> binding, Statement orElse,
      Span span,
      Scope scope) {
    if (binds(binding)) {
      Variable x = binding.get();
      String outcome = scope.fresh(what);
      TypeName type = ParameterizedTypeName.get(OPTIONAL, members.types().boxed(x.type()));
      body.line(span, "$T $L = $L;", type, outcome, attempt);
      body.line("if ($L.isEmpty()) {", outcome);
      statements.inside(orElse, scope);
      body.line("}");
      body.line("$T $L = $L.get();", members.types().plain(x.type()), scope.declare(x), outcome);
    } else if (isNothing(orElse)) {
      body.line(span, "$L;", attempt);
    } else {
      body.line(span, "if ($L.isEmpty()) {", attempt);
      statements.inside(orElse, scope);
      body.line("}");
    }
  }

  void send(Statement.Send send, Scope scope) {
    Statement orElse = send.orElse().orElseThrow();
    CodeBlock attempt = sending("sendOrRefused", send, scope);
    if (isNothing(orElse)) {
      body.line(send.span(), "$L;", attempt);
    } else {
      body.line(send.span(), "if (!$L) {", attempt);
      statements.inside(orElse, scope);
      body.line("}");
    }
  }

  void accept(Statement.Accept accept, Scope scope) {
    Port port = accept.port().port();
    CodeBlock place = members.port(accept.port(), scope);
    String call = scope.fresh("call");
    body.line(accept.span(), "$T $L = at($L).accept($L);", members.types().call(port), call,
        accept.span().line(),
        place);
    opened(call, port, accept.binding(), accept.body(), scope);
  }

  /// Emits what follows once `call` has been accepted.
  void opened(String call, Port port, Optional<Variable> binding, Statement inner, Scope scope) {
    Scope open = scope.accepting(call, port);
    if (binds(binding)) {
      Variable x = binding.get();
      body.line("$T $L = $L.request();", members.types().plain(x.type()), open.declare(x), call);
    }
    statements.block(inner instanceof Statement.Block(var all, _) ? all : List.of(inner), open);
  }

  /// Returns `at(26).send(value, port)`, or `sendOrRefused`.
  CodeBlock sending(String verb, Statement.Send send, Scope scope) {
    CodeBlock port = members.port(send.port(), scope);
    int line = send.span().line();
    return send.value().isEmpty() ? CodeBlock.of("at($L).$L($L)", line, verb, port)
        : CodeBlock.of("at($L).$L($L, $L)", line, verb,
            members.expressions().fit(send.value().get(), send.port().port().message(), scope).code(), port);
  }

  /// Returns `at(26).call(port, request)`, or `callOrRefused`.
  CodeBlock calling(String verb, Statement.Call call, Scope scope) {
    CodeBlock port = members.port(call.port(), scope);
    int line = call.span().line();
    return call.request().isEmpty() ? CodeBlock.of("at($L).$L($L)", line, verb, port)
        : CodeBlock.of("at($L).$L($L, $L)", line, verb, port,
            members.expressions().fit(call.request().get(), call.port().port().message(), scope).code());
  }

  /// Returns `at(26).reply(call, value)`.
  CodeBlock replying(Statement.Reply reply, Scope scope) {
    Scope.Acceptance open = scope.acceptance();
    int line = reply.span().line();
    Type type = open.server().reply().orElseThrow();
    return reply.value().isEmpty() ? CodeBlock.of("at($L).reply($L)", line, open.call())
        : CodeBlock.of("at($L).reply($L, $L)", line, open.call(),
            members.expressions().fit(reply.value().get(), type, scope).code());
  }

  private static boolean isNothing(Statement statement) {
    return statement instanceof Statement.Block(var statements, _) && statements.isEmpty();
  }
}
