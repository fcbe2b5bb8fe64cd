package org.graphline.dsl.format;

import java.util.ArrayList;
import java.util.Optional;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Import;
import org.graphline.dsl.ast.Member;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Port;
import org.graphline.dsl.ast.QualifiedName;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.ast.Variable;

/// Lays out a file and its declarations.
final class DeclarationLayout {

  private final Cursor cursor;
  private final ExpressionLayout expressions;
  private final StatementLayout statements;
  private final GraphLayout graphs;
  private final PropertyLayout properties;

  DeclarationLayout(Cursor cursor) {
    this.cursor = cursor;
    this.expressions = new ExpressionLayout(cursor);
    this.statements = new StatementLayout(cursor, expressions);
    this.graphs = new GraphLayout(cursor, expressions);
    this.properties = new PropertyLayout(cursor, expressions);
  }

  Doc file(SyntaxTree tree) {
    var items = new ArrayList<Object>();
    tree.packageName().ifPresent(items::add);
    items.addAll(tree.imports());
    items.addAll(tree.declarations());
    return cursor.items(items, this::fileItem, Doc.Start.NEW_LINE).orElseGet(Doc::sequence);
  }

  private Doc fileItem(Object item) {
    return switch (item) {
      case QualifiedName name ->
          Doc.sequence(cursor.word("package"), Doc.space(), expressions.qualified(name), cursor.word(";"));
      case Import declared -> importOf(declared);
      case Declaration declaration -> declaration(declaration);
      default -> throw new AssertionError("not in a file: " + item);
    };
  }

  private Doc importOf(Import declared) {
    var name = Doc.sequence(cursor.word("import"), Doc.space(), expressions.qualified(declared.name()));
    return declared.everything()
        ? Doc.sequence(name, cursor.word("."), cursor.word("*"), cursor.word(";"))
        : Doc.sequence(name, cursor.word(";"));
  }

  private Doc declaration(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Constant constant ->
          Doc.sequence(
              head("const", constant.name()),
              expressions.assigned(Optional.of(constant.value())),
              cursor.word(";"));
      case Declaration.JavaType type ->
          Doc.sequence(
              defined(type.name()), cursor.word("java"), Doc.space(), cursor.word(), cursor.word(";"));
      case Declaration.Alias alias ->
          Doc.sequence(defined(alias.name()), expressions.type(alias.type()), cursor.word(";"));
      case Declaration.Enumeration enumeration -> enumeration(enumeration);
      case Declaration.RecordType type ->
          Doc.sequence(head("record", type.name()), Doc.space(), cursor.block(type.fields(), this::field));
      case Declaration.Extern extern ->
          Doc.sequence(
              head("extern", extern.name()), Doc.space(), cursor.block(extern.functions(), this::function));
      case Declaration.Component component -> component(component);
      case Declaration.Graph graph ->
          Doc.sequence(
              head("graph", graph.name()),
              expressions.typeParameters(graph.typeParameters()),
              expressions.parameters(graph.parameters()),
              Doc.space(),
              graphs.graphItems(graph.items()));
      case Declaration.Check check -> properties.check(check);
      case Declaration.Scenario scenario -> properties.scenario(scenario);
    };
  }

  private Doc head(String word, Name name) {
    return Doc.sequence(cursor.word(word), Doc.space(), expressions.name(name));
  }

  /// Lays out `type Name = `.
  private Doc defined(Name name) {
    return Doc.sequence(head("type", name), Doc.space(), cursor.word("="), Doc.space());
  }

  private Doc enumeration(Declaration.Enumeration enumeration) {
    var head = Doc.sequence(head("enum", enumeration.name()), Doc.space());
    return Doc.sequence(head, cursor.row(enumeration.constants(), expressions::name));
  }

  private Doc field(Declaration.Field field) {
    return Doc.sequence(
        expressions.name(field.name()),
        cursor.word(":"),
        Doc.space(),
        expressions.type(field.type()),
        cursor.word(";"));
  }

  private Doc function(Declaration.Function function) {
    var fair = function.fair() ? Doc.sequence(cursor.word("fair"), Doc.space()) : Doc.sequence();
    return Doc.sequence(
        fair,
        head("fun", function.name()),
        expressions.parameters(function.parameters()),
        function.result()
            .map(type -> Doc.sequence(cursor.word(":"), Doc.space(), expressions.type(type)))
            .orElseGet(Doc::sequence),
        function.mayThrow() ? Doc.sequence(Doc.space(), cursor.word("throws")) : Doc.sequence(),
        cursor.word(";"));
  }

  private Doc component(Declaration.Component component) {
    var parts = new ArrayList<Object>(component.members());
    component.body().ifPresent(parts::add);
    boolean aligned = GraphLayout.hasOut(component.ports());
    var inJava = component.inJava() ? Doc.sequence(cursor.word("native"), Doc.space()) : Doc.sequence();
    return Doc.sequence(
        inJava,
        head("component", component.name()),
        expressions.typeParameters(component.typeParameters()),
        expressions.parameters(component.parameters()),
        Doc.space(),
        cursor.block(parts, part -> part(part, aligned)));
  }

  private Doc part(Object part, boolean aligned) {
    return switch (part) {
      case Member member -> member(member, aligned);
      case Declaration.Body body -> Doc.sequence(cursor.word(), Doc.space(), statements.block(body.block()));
      default -> throw new AssertionError("not in a component: " + part);
    };
  }

  private Doc member(Member member, boolean aligned) {
    return switch (member) {
      case Port port -> graphs.port(port, aligned);
      case Variable variable -> statements.variable(variable);
    };
  }
}
