package org.graphline.dsl.type;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.TypeName;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.dsl.resolve.Bindings;
import org.graphline.dsl.resolve.Symbol;
import org.graphline.model.network.Constants;
import org.graphline.model.source.Span;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Extern;
import org.graphline.model.term.Type;
import org.graphline.model.value.QualifiedName;
import org.graphline.model.value.Value;

/// What the declared constants, types and externs are, worked out when first asked for.
public final class Signatures {

  private static final int MOST_FIELDS = 1000;

  private final Bindings bindings;
  private final Diagnostics diagnostics;
  private final Map<Symbol.Global, Type> types = new HashMap<>();
  private final Map<Symbol.Global, Expression> constants = new HashMap<>();
  private final Map<Symbol.Global, Extern> externs = new HashMap<>();
  private final Map<QualifiedName, Long> sizes = new HashMap<>();
  private final Map<QualifiedName, Declaration.Named> declared = new HashMap<>();
  private final Set<Symbol.Global> underway = new HashSet<>();

  /// Signatures that report to `diagnostics`.
  public Signatures(Bindings bindings, Diagnostics diagnostics) {
    this.bindings = bindings;
    this.diagnostics = diagnostics;
  }

  /// Returns the type that `global` declares.
  public Type type(Symbol.Global global) {
    var known = types.get(global);
    if (known != null) {
      return known;
    }
    if (!underway.add(global)) {
      return selfReference(global, Types.UNKNOWN);
    }
    declared.put(global.name(), global.declaration());
    Type type = switch (global.declaration()) {
      case Declaration.JavaType java -> new Type.Opaque(global.name(), java.javaClass());
      case Declaration.Alias alias -> typer().type(alias.type());
      case Declaration.Enumeration enumeration -> new Type.Enumeration(global.name(),
          enumeration.constants().stream().map(name -> name.text()).distinct().toList());
      case Declaration.RecordType record -> structure(global, record);
      case Declaration.Constant _, Declaration.Extern _, Declaration.Component _, Declaration.Graph _ ->
          throw new AssertionError(global + " is no type");
    };
    underway.remove(global);
    types.put(global, type);
    return type;
  }

  /// Returns the record type, unless it holds so many values that nothing could be done with it.
  private Type structure(Symbol.Global global, Declaration.RecordType record) {
    var structure = new Type.Structure(global.name(), record.fields().stream().map(this::field).toList());
    long size = structure.fields().stream().mapToLong(field -> size(field.type())).sum();
    if (size > MOST_FIELDS) {
      diagnostics.add(DiagnosticId.TOO_LARGE, "`" + record.name() + "` holds more than " + MOST_FIELDS
          + " values, counting those of the records inside it", record.name().span(), "let Java keep them");
      return Types.UNKNOWN;
    }
    sizes.put(structure.name(), size);
    return structure;
  }

  private long size(Type type) {
    return switch (type) {
      case Type.Structure(var name, _) -> sizes.getOrDefault(name, 1L);
      case Type.Sequence(var element, _) -> size(element);
      case Type.Bool _, Type.Range _, Type.Enumeration _, Type.Signal _, Type.Text _, Type.Time _,
          Type.Opaque _,
          Type.Parameter _ -> 1;
    };
  }

  private Type.Field field(Declaration.Field field) {
    return new Type.Field(field.name().text(), typer().type(field.type()));
  }

  /// Returns where the field or constant `member` of the record or enumeration `type` is declared.
  Optional<Span> member(QualifiedName type, String member) {
    return members(type).stream().filter(name -> name.text().equals(member)).map(Name::span).findFirst();
  }

  private List<Name> members(QualifiedName type) {
    return declared.get(type) instanceof Declaration.RecordType record
        ? record.fields().stream().map(Declaration.Field::name).toList()
        : declared.get(type) instanceof Declaration.Enumeration enumeration ? enumeration.constants() : List.of();
  }

  /// Returns the value of a constant: a literal if it is a number or a truth value.
  public Expression constant(Symbol.Global global) {
    var known = constants.get(global);
    if (known != null) {
      return known;
    }
    var declaration = (Declaration.Constant) global.declaration();
    if (!underway.add(global)) {
      return selfReference(global, Types.unknown(declaration.span()));
    }
    var value = folded(typer().value(declaration.value(), Place.CONSTANT));
    underway.remove(global);
    constants.put(global, value);
    return value;
  }

  /// Returns the extern that `global` declares.
  public Extern extern(Symbol.Global global) {
    var known = externs.get(global);
    if (known == null) {
      var declaration = (Declaration.Extern) global.declaration();
      known = new Extern(global.name(), declaration.functions().stream().map(this::function).toList(),
          declaration.doc(), declaration.span());
      externs.put(global, known);
    }
    return known;
  }

  private Extern.Function function(Declaration.Function function) {
    var parameters = function.parameters().stream()
        .map(p -> new Extern.Parameter(p.name().text(), typer().type(p.type()))).toList();
    return new Extern.Function(function.name().text(), parameters, result(function.result()),
        function.result().isEmpty(), function.fair(), function.mayThrow(), function.doc(), function.span());
  }

  private Type result(Optional<TypeName> result) {
    return result.map(typer()::type).orElse(Types.SIGNAL);
  }

  private ExpressionTyper typer() {
    return new ExpressionTyper(bindings, this, new Locals(bindings), diagnostics);
  }

  /// Returns a literal of the same value, if there can be one.
  private static Expression folded(Expression expression) {
    if (Types.isUnknown(expression.type())) {
      return expression;
    }
    try {
      return switch (Constants.of(List.of(), List.of(), List.of(), Map.of()).value(expression)) {
        case Value.Int(int value) -> Types.literal(value, expression.span());
        case Value.Bool(boolean value) -> new Expression.BoolLiteral(value, Types.BOOL, expression.span());
        case Value.Constant _, Value.Structure _, Value.Sequence _, Value.Signal _, Value.Token _ ->
            expression;
      };
    } catch (Constants.NotConstant _) {
      return Types.unknown(expression.span());
    }
  }

  private <T> T selfReference(Symbol.Global global, T unknown) {
    var name = global.declaration().name();
    diagnostics.add(DiagnosticId.DEFINED_BY_ITSELF, "`" + name + "` is defined by itself", name.span(),
        global.isType()
        ? "a value of it would never end; use an opaque type, or a bounded `list` of what is inside"
            : "give one of the constants a value of its own");
    return unknown;
  }
}
