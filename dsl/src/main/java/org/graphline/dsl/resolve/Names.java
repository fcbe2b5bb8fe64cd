package org.graphline.dsl.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.QualifiedName;
import org.graphline.dsl.ast.TypeName;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.diagnostic.Diagnostics;
import org.graphline.model.source.Span;

/// Looks up the names of one declaration: of its file and its type parameters. What is missing is reported
/// here.
final class Names {

  private static final Set<String> NUMBERS =
      Set.of("int", "integer", "Integer", "long", "short", "byte", "number", "nat", "uint");
  private static final Set<String> FRACTIONS = Set.of("float", "double", "decimal", "real");
  private static final Map<String, String> OTHER_WORDS = Map.of("boolean", "bool", "Boolean", "bool",
      "String", "text", "string", "text", "Text", "text", "Duration", "time", "void", "signal", "unit",
      "signal");

  private final FileNames file;
  private final Map<String, Symbol.TypeParameter> typeParameters = new HashMap<>();
  private final Bindings bindings;
  private final Diagnostics diagnostics;

  Names(FileNames file, List<Name> typeParameters, Bindings bindings, Diagnostics diagnostics) {
    this.file = file;
    this.bindings = bindings;
    this.diagnostics = diagnostics;
    for (int i = 0; i < typeParameters.size(); i++) {
      this.typeParameters.put(typeParameters.get(i).text(),
          new Symbol.TypeParameter(typeParameters.get(i), i));
    }
    distinct(typeParameters, "type parameter");
  }

  void bind(Object node, Symbol symbol) {
    bindings.bind(node, symbol);
  }

  void visible(Symbol.Value value, int to) {
    bindings.visible(value, to);
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /// Reports all but the first of equal `names`.
  void distinct(List<Name> names, String what) {
    var seen = new HashMap<String, Name>();
    for (var name : names) {
      var earlier = seen.putIfAbsent(name.text(), name);
      if (earlier != null) {
        diagnostics.add(Diagnostic.of(DiagnosticId.DUPLICATE_NAME,
            "there are two " + plural(what) + " called `" + name + "`", name.span())
            .related(earlier.span(), "the first"));
      }
    }
  }

  private static String plural(String what) {
    return what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
  }

  /// Binds the leaf names of `type`; bounds are for the caller, who knows the scope.
  void type(TypeName.Named type) {
    var name = type.name();
    if (name.isSimple() && typeParameters.containsKey(name.text())) {
      bindings.bind(name, typeParameters.get(name.text()));
      return;
    }
    var found = find(name);
    if (found.isEmpty()) {
      unknownType(name);
    } else if (isType(found.get())) {
      bindings.bind(name, found.get());
    } else {
      wrongKind(name.text(), name.span(), found.get(), "a type");
    }
  }

  /// Binds a name that must be a type: of a record literal, or of a `with`.
  void type(Name name) {
    find(name).ifPresentOrElse(symbol -> {
      if (isType(symbol)) {
        bindings.bind(name, symbol);
      } else {
        wrongKind(name.text(), name.span(), symbol, "a type");
      }
    }, () -> unknown("type", name.text(), name.span(), file.candidates(Names::isType)));
  }

  /// Binds the name of a component or graph.
  void staff(QualifiedName name) {
    find(name).ifPresentOrElse(symbol -> {
      if (isStaff(symbol)) {
        bindings.bind(name, symbol);
      } else {
        wrongKind(name.text(), name.span(), symbol, "a component or graph");
      }
    }, () -> unknown("component or graph", name.text(), name.span(), file.candidates(Names::isStaff)));
  }

  Optional<Symbol> find(QualifiedName name) {
    if (name.isSimple()) {
      return find(name.last());
    }
    String text = name.text();
    String packageName = text.substring(0, text.length() - name.last().text().length() - 1);
    return file.find(packageName, name.last().text()).map(Symbol.class::cast);
  }

  Optional<Symbol> find(Name name) {
    var found = file.find(name.text());
    if (found.size() > 1) {
      var diagnostic = Diagnostic.of(DiagnosticId.AMBIGUOUS_NAME,
          "`" + name + "` is declared in several imported packages", name.span());
      for (var symbol : found) {
        if (symbol instanceof Symbol.Global global) {
          diagnostic =
              diagnostic.related(global.declaration().name().span(), "in `" + global.name().packageName()
              + "`");
        }
      }
      diagnostics.add(diagnostic.help("import the one you mean by its full name"));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /// Reports a name that nothing stands behind.
  void unknown(String what, String name, Span span, List<String> candidates) {
    if (file.mayBeMissing(name)) {
      return;
    }
    var diagnostic =
        Diagnostic.of(DiagnosticId.UNKNOWN_NAME, "there is no " + what + " called `" + name + "` here", span);
    diagnostics.add(Spelling.proposal(name, candidates).map(diagnostic::help).orElse(diagnostic));
  }

  void wrongKind(String name, Span span, Symbol symbol, String wanted) {
    var diagnostic = Diagnostic.of(DiagnosticId.WRONG_KIND_OF_NAME,
        "`" + name + "` is " + symbol.kind() + ", but " + wanted + " is needed here", span);
    diagnostics.add(symbol instanceof Symbol.Global global
        ? diagnostic.related(global.declaration().name().span(), "declared here") : diagnostic);
  }

  List<String> candidates(Predicate<Symbol> test) {
    return Stream.concat(file.candidates(test).stream(), typeParameters.keySet().stream()).toList();
  }

  private void unknownType(QualifiedName name) {
    String text = name.text();
    if (NUMBERS.contains(text)) {
      diagnostics.add(Diagnostic.of(DiagnosticId.UNBOUNDED_NUMBER,
          "there is no `" + text + "`: a number that steers communication needs bounds", name.span())
          .help("say how far it can go, e.g. `0..9`")
          .help("one that only Java looks at can be opaque: `type Amount = java \"java.lang.Integer\";`"));
    } else if (FRACTIONS.contains(text)) {
      diagnostics.add(Diagnostic.of(DiagnosticId.UNBOUNDED_NUMBER,
          "there is no `" + text + "`: the language does not calculate with fractions", name.span())
          .help("leave it to Java with an opaque type: `type Amount = java \"java.lang.Double\";`"));
    } else if (OTHER_WORDS.containsKey(text)) {
      diagnostics.add(DiagnosticId.UNKNOWN_NAME, "there is no type called `" + text + "` here", name.span(),
          "the type is called `" + OTHER_WORDS.get(text) + "`");
    } else {
      unknown("type", text, name.span(), candidates(Names::isType));
    }
  }

  private static boolean isType(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Global global -> global.isType();
      case Symbol.BuiltInType _, Symbol.TypeParameter _ -> true;
      case Symbol.BuiltIn _, Symbol.Value _, Symbol.OfPort _ -> false;
    };
  }

  private static boolean isStaff(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Global global -> global.isStaff();
      case Symbol.BuiltIn _ -> true;
      case Symbol.BuiltInType _, Symbol.TypeParameter _, Symbol.Value _, Symbol.OfPort _ -> false;
    };
  }
}
