package org.graphline.dsl.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Import;
import org.graphline.dsl.ast.Member;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.grammar.GraphlineParser.*;
import org.graphline.model.source.SourceFile;

/// Turns ANTLR's parse tree into ours and reports the few mistakes that the grammar lets through for better
/// messages.
final class AstBuilder {

  private final SourceFile source;
  private final TokenList tokens;
  private final Findings findings;
  private final Spans spans;
  private final Docs docs;
  private final ExpressionBuilder expressions;
  private final MemberBuilder members;
  private final StatementBuilder statements;
  private final GraphBuilder graphs;
  private final PropertyBuilder properties;
  private final BodyRules bodyRules;

  AstBuilder(SourceFile source, TokenList tokens, Findings findings) {
    this.source = source;
    this.tokens = tokens;
    this.findings = findings;
    this.spans = new Spans(source);
    this.docs = new Docs(tokens);
    this.expressions = new ExpressionBuilder(spans, findings);
    this.members = new MemberBuilder(spans, docs, expressions);
    this.statements = new StatementBuilder(spans, expressions, members);
    this.graphs = new GraphBuilder(spans, docs, expressions, members, findings);
    this.properties = new PropertyBuilder(spans, docs, expressions);
    this.bodyRules = new BodyRules(spans, findings);
  }

  SyntaxTree file(FileContext context) {
    var packageName =
        Optional.ofNullable(context.packageDecl())
            .filter(Broken::isNot)
            .map(declared -> expressions.qualified(declared.qname()));
    var imports = context.importDecl().stream().filter(Broken::isNot).map(this::importOf).toList();
    var declarations = context.decl().stream().filter(Broken::isNot).map(this::declaration).toList();
    if (declarations.isEmpty() && findings.isEmpty()) {
      findings.add(
          Diagnostic.of(DiagnosticId.NOTHING_DECLARED, "this file declares nothing", source.span(0, 0))
              .help("a first component: `component Greeter { out t: text; run { send \"hello\" to t; } }`"));
    }
    return new SyntaxTree(source, packageName, imports, declarations, tokens.comments());
  }

  private Import importOf(ImportDeclContext context) {
    return new Import(expressions.qualified(context.qname()), context.STAR() != null, spans.of(context));
  }

  private Declaration declaration(DeclContext context) {
    return switch (context.getChild(0)) {
      case ConstDeclContext d ->
          new Declaration.Constant(
              docs.before(d), expressions.name(d.name()), expressions.expression(d.expr()), spans.of(d));
      case TypeDeclContext d -> type(d);
      case EnumDeclContext d -> enumeration(d);
      case RecordDeclContext d ->
          new Declaration.RecordType(
              docs.before(d), expressions.name(d.name()), fields(d.field()), spans.of(d));
      case ExternDeclContext d -> extern(d);
      case ComponentDeclContext d -> component(d);
      case GraphDeclContext d -> graph(d);
      case CheckDeclContext d -> properties.check(d);
      case ScenarioDeclContext d -> properties.scenario(d);
      default -> throw ExpressionBuilder.unknown(context.getChild(0));
    };
  }

  private Declaration type(TypeDeclContext context) {
    var doc = docs.before(context);
    var name = expressions.name(context.name());
    var span = spans.of(context);
    return context.JAVA() != null
        ? new Declaration.JavaType(doc, name, expressions.text(context.string()), span)
        : new Declaration.Alias(doc, name, expressions.type(context.type()), span);
  }

  private Declaration enumeration(EnumDeclContext context) {
    var names = new ArrayList<>(expressions.names(context.name()));
    var name = names.removeFirst();
    return new Declaration.Enumeration(docs.before(context), name, names, spans.of(context));
  }

  private List<Declaration.Field> fields(List<FieldContext> contexts) {
    return contexts.stream()
        .filter(Broken::isNot)
        .map(f ->
            new Declaration.Field(
                docs.before(f), expressions.name(f.name()), expressions.type(f.type()), spans.of(f)))
        .toList();
  }

  private Declaration extern(ExternDeclContext context) {
    var functions = context.externFun().stream().filter(Broken::isNot).map(this::function).toList();
    return new Declaration.Extern(
        docs.before(context), expressions.name(context.name()), functions, spans.of(context));
  }

  private Declaration.Function function(ExternFunContext context) {
    return new Declaration.Function(
        docs.before(context),
        context.FAIR() != null,
        expressions.name(context.name()),
        members.parameters(context.params()),
        Optional.ofNullable(context.type()).map(expressions::type),
        context.THROWS() != null,
        spans.of(context));
  }

  private List<Name> typeParameters(TypeParamsContext context) {
    return context == null ? List.of() : expressions.names(context.name());
  }

  private Declaration component(ComponentDeclContext context) {
    bodyRules.check(context);
    List<Member> declared = context.member().stream().filter(Broken::isNot).map(members::member).toList();
    var bodies = context.body().stream().filter(Broken::isNot).map(this::body).toList();
    return new Declaration.Component(
        docs.before(context),
        context.NATIVE() != null,
        expressions.name(context.name()),
        typeParameters(context.typeParams()),
        members.parameters(context.params()),
        declared,
        bodies.stream().findFirst(),
        spans.of(context));
  }

  private Declaration.Body body(BodyContext context) {
    var kind = context.RUN() != null ? Declaration.Body.Kind.RUN : Declaration.Body.Kind.CONTRACT;
    return new Declaration.Body(kind, statements.block(context.block()), spans.of(context));
  }

  private Declaration graph(GraphDeclContext context) {
    return new Declaration.Graph(
        docs.before(context),
        expressions.name(context.name()),
        typeParameters(context.typeParams()),
        members.parameters(context.params()),
        graphs.items(context.graphItem()),
        spans.of(context));
  }
}
