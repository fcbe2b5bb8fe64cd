package org.graphline.dsl.ast;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;

/// What can stand at the top level of a file. `doc` is the text of the `/** */` comment before it, marks
/// removed.
public sealed interface Declaration {

  /// Returns the text of the doc comment.
  Optional<String> doc();

  /// Returns the stretch from the first word to the last mark, the doc comment left out.
  Span span();

  /// A declaration that brings a name into the package.
  sealed interface Named extends Declaration {

    /// Returns the name declared.
    Name name();
  }

  /// `const N = 5;`
  record Constant(Optional<String> doc, Name name, Expression value, Span span) implements Named {}

  /// `type Blob = java "org.example.Blob";` — `javaClass` is the text between the quotes.
  record JavaType(Optional<String> doc, Name name, String javaClass, Span span) implements Named {}

  /// `type Small = 0..7;`
  record Alias(Optional<String> doc, Name name, TypeName type, Span span) implements Named {}

  /// `enum Kind { STROKE, SOUND }`
  record Enumeration(Optional<String> doc, Name name, List<Name> constants, Span span) implements Named {
    public Enumeration {
      constants = List.copyOf(constants);
    }
  }

  /// `record Msg { kind: Kind; body: Blob; }`
  record RecordType(Optional<String> doc, Name name, List<Field> fields, Span span) implements Named {
    public RecordType {
      fields = List.copyOf(fields);
    }
  }

  /// One field of a record type.
  record Field(Optional<String> doc, Name name, TypeName type, Span span) {}

  /// `extern Words { fun shout(s: text): text; }`
  record Extern(Optional<String> doc, Name name, List<Function> functions, Span span) implements Named {
    public Extern {
      functions = List.copyOf(functions);
    }
  }

  /// One function of an extern, written in Java. Without a result it is only good as a statement.
  ///
  /// @param fair      whether the checker may assume that each result keeps happening
  /// @param mayThrow  whether it is marked `throws`
  record Function(
      Optional<String> doc,
      boolean fair,
      Name name,
      List<Parameter> parameters,
      Optional<TypeName> result,
      boolean mayThrow,
      Span span) {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /// A component. Ports and variables keep the order written; `body` is absent only in a native component
  /// without a contract.
  ///
  /// @param inJava whether it is marked `native`
  record Component(
      Optional<String> doc,
      boolean inJava,
      Name name,
      List<Name> typeParameters,
      List<Parameter> parameters,
      List<Member> members,
      Optional<Body> body,
      Span span)
      implements Named {
    public Component {
      typeParameters = List.copyOf(typeParameters);
      parameters = List.copyOf(parameters);
      members = List.copyOf(members);
    }

    /// Returns the ports in the order written.
    public List<Port> ports() {
      return members.stream().filter(Port.class::isInstance).map(Port.class::cast).toList();
    }

    /// Returns the variables in the order written.
    public List<Variable> variables() {
      return members.stream().filter(Variable.class::isInstance).map(Variable.class::cast).toList();
    }
  }

  /// `run { … }`, or `contract { … }` in a native component.
  record Body(Kind kind, Statement.Block block, Span span) {

    /// The word before the block.
    public enum Kind {
      RUN,
      CONTRACT
    }
  }

  /// A graph of desks and lines.
  record Graph(
      Optional<String> doc,
      Name name,
      List<Name> typeParameters,
      List<Parameter> parameters,
      List<GraphItem> items,
      Span span)
      implements Named {
    public Graph {
      typeParameters = List.copyOf(typeParameters);
      parameters = List.copyOf(parameters);
      items = List.copyOf(items);
    }
  }

  /// `check Farm(workers in 1..4) with Part = {red, blue} { deadlock free; }`. The target's arguments may be
  /// ranges.
  record Check(
      Optional<String> doc, Instance target, List<Coloring> colorings, List<Claim> claims, Span span)
      implements Declaration {
    public Check {
      colorings = List.copyOf(colorings);
      claims = List.copyOf(claims);
    }
  }

  /// `Payload = {red, blue}`: the tokens that stand for an opaque type in one check.
  record Coloring(Name type, List<Name> colors, Span span) {
    public Coloring {
      colors = List.copyOf(colors);
    }
  }

  /// `scenario "title" for Hello { can greeter.lines, printer.lines; }`
  record Scenario(Optional<String> doc, String title, Instance target, List<Story> stories, Span span)
      implements Declaration {
    public Scenario {
      stories = List.copyOf(stories);
    }
  }

  /// `can a, b;` or `cannot a, b;`: a beginning that some run has, or that none has; or `cannot deadlock after a, b;`.
  record Story(Kind kind, List<Event> events, Span span) {
    public Story {
      events = List.copyOf(events);
    }

    /// The word before the events.
    public enum Kind {
      CAN,
      CANNOT,
      CANNOT_DEADLOCK_AFTER
    }
  }

  /// `greeter.lines` or `greeter.lines("hello")`: a letter handed over, a mark, or what else a story can see.
  record Event(Reference subject, Optional<Expression> value, Span span) {}
}
