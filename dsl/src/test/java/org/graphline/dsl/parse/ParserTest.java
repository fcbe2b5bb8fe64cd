package org.graphline.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.graphline.dsl.Specs;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Expression;
import org.graphline.dsl.ast.Expression.BinaryOperator;
import org.graphline.dsl.ast.GraphItem;
import org.graphline.dsl.ast.GraphItem.LineOption;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.ast.Property;
import org.graphline.dsl.ast.Reference;
import org.graphline.dsl.ast.Statement;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ParserTest {

  static final List<String> SPECS = Specs.NAMES;

  @ParameterizedTest
  @FieldSource("SPECS")
  void parsesTheSpecifications(String name) {
    var parsed = Parser.parse(Specs.named(name));
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.tree().declarations()).hasSizeGreaterThan(5);
  }

  @Test
  void keepsPackageAndImports() {
    var tree = Parser.parse(Specs.named("everything")).tree();
    assertThat(tree.packageName().orElseThrow().text()).isEqualTo("com.acme.everything");
    assertThat(tree.imports().get(0).everything()).isTrue();
    assertThat(tree.imports().get(1).name().text()).isEqualTo("com.acme.video.Frame");
  }

  @Test
  void attachesDocCommentsToWhatTheyStandBefore() {
    var tree = Parser.parse(Specs.named("everything")).tree();
    var component = component(tree.declarations());
    assertThat(component.doc()).contains("Does a bit of everything.\n\nTwice.");
    assertThat(component.ports().get(0).doc()).contains("Things to do.");
    assertThat(component.ports().get(1).doc()).isEmpty();
    var graph = only(tree.declarations(), Declaration.Graph.class);
    var desk = only(graph.items(), GraphItem.Desk.class);
    assertThat(desk.doc()).contains("The one that draws.");
  }

  @Test
  void takesNoOrdinaryCommentForADocComment() {
    var tree = parse("/**/ const A = 1; /** a */ /* b */ const B = 2; /** c */ // d\n const C = 3;");
    assertThat(tree.stream().map(Declaration::doc))
        .containsExactly(Optional.empty(), Optional.of("a"), Optional.of("c"));
  }

  @Test
  void keepsAllComments() {
    var parsed = Parser.parse(new SourceFile("a.graphline", "// one\nconst /* two */ A = 1; /** three */"));
    assertThat(parsed.tree().comments())
        .extracting(comment -> comment.kind() + " " + comment.text())
        .containsExactly("LINE // one", "BLOCK /* two */", "DOC /** three */");
  }

  @Test
  void bindsOperatorsAsJavaDoes() {
    assertThat(shape("a + b * c - d")).isEqualTo("((a + (b * c)) - d)");
    assertThat(shape("a - b - c")).isEqualTo("((a - b) - c)");
    assertThat(shape("a < b == c >= d && e || f")).isEqualTo("((((a < b) == (c >= d)) && e) || f)");
    assertThat(shape("-a.b[c] * !d")).isEqualTo("(-a.b[c] * !d)");
    assertThat(shape("a ? b : c ? d : e")).isEqualTo("(a ? b : (c ? d : e))");
    assertThat(shape("a || b ? c : d")).isEqualTo("((a || b) ? c : d)");
  }

  @Test
  void readsLiterals() {
    assertThat(value("2147483647")).isInstanceOfSatisfying(
        Expression.IntegerLiteral.class, literal -> assertThat(literal.value()).isEqualTo(Integer.MAX_VALUE));
    assertThat(value("\"a\\n\\\"\\\\\\u00e9\"")).isInstanceOfSatisfying(
        Expression.TextLiteral.class, literal -> assertThat(literal.value()).isEqualTo("a\n\"\\é"));
    assertThat(value("2min")).isInstanceOfSatisfying(
        Expression.TimeLiteral.class, literal -> assertThat(literal.duration()).hasMinutes(2));
  }

  @Test
  void placesNodesExactly() {
    var source = new SourceFile("a.graphline", "const A = 1;\n  const B =\n 2 + 3;");
    var second = (Declaration.Constant) Parser.parse(source).tree().declarations().get(1);
    assertThat(source.text(second.span())).isEqualTo("const B =\n 2 + 3;");
    assertThat(source.text(second.value().span())).isEqualTo("2 + 3");
    assertThat(second.span().line()).isEqualTo(2);
    assertThat(second.span().column()).isEqualTo(3);
  }

  @Test
  void letsContextualWordsBeNames() {
    var declarations =
        parse(
            """
            component C {
                in from: text;
                in end[2]: text;
                out to: text;
                var run: bool = deadlock;
                run {
                    receive to from from;
                    send from to to;
                    run = client;
                    after.or(list);
                    select { end end[0] => stop; after after => mark priority; }
                }
            }
            graph place { late = C();  place.to -> late.from;  barrier = C();  client -> server; }
            """);
    assertThat(component(declarations).ports()).extracting(Port::name).extracting(Name::text)
        .containsExactly("from", "end", "to");
  }

  @Test
  void readsWhatSendSends() {
    var text = "component C { run { send to p; send to to p; send to to to[0] else stop; } }";
    var body = component(parse(text)).body();
    var statements = body.orElseThrow().block().statements();
    assertThat(((Statement.Send) statements.get(0)).value()).isEmpty();
    assertThat(((Statement.Send) statements.get(1)).value()).isPresent();
    assertThat(((Statement.Send) statements.get(2)).port().name().text()).isEqualTo("to");
    assertThat(((Statement.Send) statements.get(2)).otherwise()).isPresent();
  }

  @Test
  void readsReferencesOfAnyDepth() {
    var graph = only(parse("graph G { a[0].b[*].c.d -> e; }"), Declaration.Graph.class);
    var wire = (GraphItem.Wire) graph.items().getFirst();
    var end = (GraphItem.End.Existing) wire.stations().getFirst().ends().getFirst();
    assertThat(end.reference().parts()).hasSize(4);
    assertThat(end.reference().parts().get(1).subscript().orElseThrow())
        .isInstanceOf(Reference.Subscript.Every.class);
  }

  @Test
  void readsWhatStandsOnArrows() {
    var graph = only(parse("graph G { a ->[any, 4] b ->[all] c ->[overwriting 1] d ->[dropping 2] e -> f; }"),
        Declaration.Graph.class);
    var wire = (GraphItem.Wire) graph.items().getFirst();
    assertThat(wire.arrows().stream().flatMap(arrow -> arrow.options().stream()).map(Object::getClass))
        .containsExactly(
            LineOption.Any.class,
            LineOption.Capacity.class,
            LineOption.All.class,
            LineOption.Overwriting.class,
            LineOption.Dropping.class);
    assertThat(wire.arrows().getLast().options()).isEmpty();
  }

  @Test
  void readsChecksOfGenericGraphs() {
    var text = "check G<0..1>(n in 1..4) with T = {red, blue} { not error free; refines traces S; }";
    var check = only(parse(text), Declaration.Check.class);
    assertThat(check.target().typeArguments()).hasSize(1);
    assertThat(check.colorings().getFirst().colors()).hasSize(2);
    assertThat(check.claims().get(0).property()).isInstanceOf(Property.ErrorFree.class);
    assertThat(check.claims().get(1).property()).isInstanceOfSatisfying(
        Property.Refines.class,
        refines -> assertThat(refines.semantics()).isEqualTo(Property.Refines.Semantics.TRACES));
  }

  private static List<Declaration> parse(String text) {
    var parsed = Parser.parse(new SourceFile("a.graphline", text));
    assertThat(parsed.diagnostics()).isEmpty();
    return parsed.tree().declarations();
  }

  private static Declaration.Component component(List<Declaration> declarations) {
    return declarations.stream()
        .filter(Declaration.Component.class::isInstance)
        .map(Declaration.Component.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static <T> T only(List<?> items, Class<T> type) {
    return items.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static Expression value(String text) {
    return ((Declaration.Constant) parse("const X = " + text + ";").getFirst()).value();
  }

  private static String shape(String text) {
    return shape(value(text));
  }

  private static String shape(Expression expression) {
    return switch (expression) {
      case Expression.Variable(Name name, _) -> name.text();
      case Expression.Binary(BinaryOperator operator, Expression left, Expression right, _) ->
          "(" + shape(left) + " " + operator.symbol() + " " + shape(right) + ")";
      case Expression.Unary(var operator, Expression operand, _) -> operator.symbol() + shape(operand);
      case Expression.Member(Expression target, Name name, _) -> shape(target) + "." + name.text();
      case Expression.Index(Expression target, Expression index, _) ->
          shape(target) + "[" + shape(index) + "]";
      case Expression.Conditional(Expression condition, Expression ifTrue, Expression ifFalse, _) ->
          "(" + shape(condition) + " ? " + shape(ifTrue) + " : " + shape(ifFalse) + ")";
      default -> throw new AssertionError("not in these tests: " + expression);
    };
  }
}
