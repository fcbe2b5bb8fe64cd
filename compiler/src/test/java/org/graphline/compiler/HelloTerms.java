package org.graphline.compiler;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.term.PortUse;
import org.graphline.model.term.Program;
import org.graphline.model.term.Reference;
import org.graphline.model.term.Statement;
import org.graphline.model.term.Type;
import org.graphline.model.term.Variable;
import org.graphline.model.value.QualifiedName;

/// The program `Hello`, written down as terms: the compiler needs no front end.
final class HelloTerms {
  private static final SourceFile FILE = new SourceFile("lessons/hello.graphline", "\n".repeat(40));
  private static final Type TEXT = new Type.Text();

  private HelloTerms() {}

  static Program program() {
    Extern words = new Extern(new QualifiedName("hello", "Words"), List.of(function("print")),
        Optional.empty(), at(1));
    Port lines = port(Port.Direction.OUT);
    var index = new Variable(0, "i", range(), Variable.Kind.INDEX, at(4));
    var send = new Statement.Send(Optional.of(new Expression.TextLiteral("hello \"you\"", TEXT, at(4))),
        new PortUse(lines, Optional.empty(), at(4)), Optional.empty(), at(4));
    var greeter = component("Greeter", lines,
        new Statement.For(index, number(1), number(3), block(send), at(4)));
    Port heard = port(Port.Direction.IN);
    var s = new Variable(0, "s", TEXT, Variable.Kind.BINDING, at(8));
    var receive = new Statement.Receive(Optional.of(s), new PortUse(heard, Optional.empty(), at(8)),
        Optional.empty(),
        at(8));
    var print = new Statement.Evaluate(new Expression.ExternCall(words, words.functions().getFirst(),
        List.of(new Expression.Use(s, at(9))), at(9)), at(9));
    var printer = component("Printer", heard, new Statement.Repeat(block(receive, print), true, at(7)));
    return new Program(List.of(), List.of(words), List.of(greeter, printer), List.of(graph()), List.of());
  }

  private static Graph graph() {
    var policy = new Graph.Policy(Graph.Sharing.NONE, Graph.Overflow.WAIT, Optional.empty(), at(12));
    return new Graph(new QualifiedName("hello", "Hello"), List.of(), List.of(), List.of(),
        List.of(desk("greeter", "Greeter"), desk("printer", "Printer"),
            new Graph.Wire(List.of(end("greeter")), policy, List.of(end("printer")), at(12))),
        Optional.empty(), at(12));
  }

  private static Component component(String name, Port port, Statement statement) {
    return new Component(new QualifiedName("hello", name), Component.Origin.WRITTEN, List.of(), List.of(),
        List.of(port), List.of(), block(statement), Optional.empty(), at(3));
  }

  private static Graph.Desk desk(String name, String component) {
    var construct = new Graph.Construct(new QualifiedName("hello", component), List.of(), List.of(), at(12));
    return new Graph.Desk(name, Optional.empty(), construct, true, Optional.empty(), at(12));
  }

  private static Reference end(String desk) {
    return new Reference(List.of(new Reference.Part(desk, new Reference.Selection.Whole()),
        new Reference.Part("lines", new Reference.Selection.Whole())), at(12));
  }

  private static Port port(Port.Direction direction) {
    return new Port(0, "lines", direction, Optional.empty(), TEXT, Optional.empty(), Optional.empty(), at(3));
  }

  private static Extern.Function function(String name) {
    return new Extern.Function(name, List.of(new Extern.Parameter("s", TEXT)), new Type.Signal(), true, false,
        false,
        Optional.empty(), at(1));
  }

  private static Type.Range range() {
    return new Type.Range(number(1), number(3));
  }

  private static Expression number(int value) {
    return new Expression.IntLiteral(value, new Type.Signal(), at(4));
  }

  private static Statement.Block block(Statement... statements) {
    return new Statement.Block(List.of(statements), at(4));
  }

  private static Span at(int line) {
    return FILE.span(line - 1, line - 1);
  }
}
