package org.graphline.cli.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.ast.Statement;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.model.network.Line;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;

/// Two who send to each other, made into a client that asks and a server that answers: what the one sends and then
/// receives becomes a `call`, what the other receives and sends, in whichever order, an `accept` with a `reply`. The
/// line of the answers is no longer needed.
final class Calls {
  private final List<SyntaxTree> trees;

  Calls(List<SyntaxTree> trees) {
    this.trees = trees;
  }

  /// One of two who wait for each other to take a letter.
  ///
  /// @param component its name
  /// @param out       the port it wants to send to
  /// @param in        the port at which the other one's letter arrives
  record Sender(String component, String out, String in) {}

  /// Where a component sends and receives, next to each other.
  private record Exchange(SourceFile source, Statement.Send send, Statement.Receive receive, Port.Data out,
      Port.Data in) {

    boolean sendsFirst() {
      return send.span().start() < receive.span().start();
    }

    /// Returns the change that puts `text` in the place of both.
    Edit replaced(String text) {
      Statement first = sendsFirst() ? send : receive;
      Statement last = sendsFirst() ? receive : send;
      return new Edit(source.name(), first.span().start(), Nesting.endOf(source, last), text);
    }

    String sent() {
      return send.value().map(v -> source.text(v.span())).orElse("");
    }
  }

  /// Returns the change by which `client` asks `server`; empty if their texts are not of that shape.
  ///
  /// @param answers the line from server to client
  Optional<Candidate> of(Sender client, Sender server, Line answers) {
    Optional<Exchange> asking = exchange(client);
    Optional<Exchange> answering = exchange(server);
    Optional<Edit> wire = wire(answers.span());
    if (client.component().equals(server.component()) || asking.isEmpty() || answering.isEmpty() || wire.isEmpty()
        || !asking.get().sendsFirst()) {
      return Optional.empty();
    }
    Exchange one = asking.get();
    Exchange other = answering.get();
    String types = type(one.source(), one.out()) + " -> " + type(one.source(), one.in()) + ";";
    String binding = one.receive().binding().map(name -> "let " + name.text() + " = ").orElse("");
    String received = other.receive().binding().map(name -> name.text() + " ").orElse("");
    String reply = other.sent().isEmpty() ? "reply;" : "reply " + other.sent() + ";";
    var edits = new ArrayList<Edit>(List.of(
        one.replaced(binding + "call " + client.out() + "(" + one.sent() + ");"),
        other.replaced("accept " + received + "from " + server.in() + " { " + reply + " }"),
        port(one.source(), one.out(), "client " + client.out() + ": " + types), port(one.source(), one.in(), ""),
        port(other.source(), other.in(), "server " + server.in() + ": " + types), port(other.source(), other.out(), ""),
        wire.get()));
    return Optional.of(new Candidate("call " + client.out() + " instead of receive " + client.in(), one.send().span(),
        edits));
  }

  private Optional<Exchange> exchange(Sender sender) {
    return trees.stream().flatMap(tree -> tree.declarations().stream().flatMap(d -> d instanceof Declaration.Component c
        && !c.inJava() && c.name().text().equals(sender.component()) && c.body().isPresent()
        ? exchanges(tree.source(), c, sender) : Stream.empty())).findFirst();
  }

  private static Stream<Exchange> exchanges(SourceFile source, Declaration.Component component, Sender sender) {
    Optional<Port.Data> out = port(component, sender.out());
    Optional<Port.Data> in = port(component, sender.in());
    if (out.isEmpty() || in.isEmpty()) {
      return Stream.empty();
    }
    return Nesting.all(component.body().orElseThrow().block()).flatMap(s -> s instanceof Statement.Block block
        ? pairs(block.statements()) : Stream.empty())
        .filter(pair -> pair.send().port().name().text().equals(sender.out())
            && pair.receive().port().name().text().equals(sender.in())
            && pair.send().otherwise().isEmpty() && pair.receive().otherwise().isEmpty())
        .map(pair -> new Exchange(source, pair.send(), pair.receive(), out.get(), in.get()));
  }

  private record Pair(Statement.Send send, Statement.Receive receive) {}

  private static Stream<Pair> pairs(List<Statement> statements) {
    var all = new ArrayList<Pair>();
    for (int i = 0; i + 1 < statements.size(); i++) {
      Statement first = statements.get(i);
      Statement second = statements.get(i + 1);
      if (first instanceof Statement.Send send && second instanceof Statement.Receive receive) {
        all.add(new Pair(send, receive));
      } else if (first instanceof Statement.Receive receive && second instanceof Statement.Send send) {
        all.add(new Pair(send, receive));
      }
    }
    return all.stream();
  }

  private static Optional<Port.Data> port(Declaration.Component component, String name) {
    return component.members().stream().flatMap(m -> m instanceof Port.Data port ? Stream.of(port) : Stream.empty())
        .filter(p -> p.name().text().equals(name) && p.size().isEmpty()).findFirst();
  }

  private static Edit port(SourceFile source, Port.Data port, String text) {
    return new Edit(source.name(), port.span().start(), end(source, port.span()), text);
  }

  private static String type(SourceFile source, Port.Data port) {
    return source.text(port.type().span());
  }

  /// The wire that a line was written with, to be taken away; only where it is one arrow between two ends.
  private Optional<Edit> wire(Span line) {
    return trees.stream().filter(t -> t.source().name().equals(line.file())).flatMap(tree -> Buffers.wires(tree)
        .filter(w -> w.arrows().size() == 1 && w.span().start() <= line.start() && line.end() <= w.span().end())
        .map(w -> new Edit(line.file(), w.span().start(), end(tree.source(), w.span()), ""))).findFirst();
  }

  private static int end(SourceFile source, Span span) {
    int end = span.end();
    return end < source.text().length() && source.text().charAt(end) == ';' ? end + 1 : end;
  }
}
