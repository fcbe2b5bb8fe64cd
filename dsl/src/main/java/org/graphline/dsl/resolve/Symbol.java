package org.graphline.dsl.resolve;

import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.Name;
import org.graphline.dsl.ast.Port;
import org.graphline.model.term.Component;
import org.graphline.model.term.Variable;
import org.graphline.model.value.QualifiedName;

/// What a name can stand for.
public sealed interface Symbol {

  /// Returns what the symbol is, with its article, for messages.
  String kind();

  /// A declaration at the top level of some file.
  record Global(QualifiedName name, Declaration.Named declaration) implements Symbol {
    @Override
    public String kind() {
      return switch (declaration) {
        case Declaration.Constant _ -> "a constant";
        case Declaration.JavaType _, Declaration.Alias _ -> "a type";
        case Declaration.Enumeration _ -> "an enumeration";
        case Declaration.RecordType _ -> "a record";
        case Declaration.Extern _ -> "an extern";
        case Declaration.Component _ -> "a component";
        case Declaration.Graph _ -> "a graph";
      };
    }

    /// Reports whether it can stand where a type is asked for.
    public boolean isType() {
      return switch (declaration) {
        case Declaration.JavaType _, Declaration.Alias _, Declaration.Enumeration _,
            Declaration.RecordType _ -> true;
        case Declaration.Constant _, Declaration.Extern _, Declaration.Component _, Declaration.Graph _ ->
            false;
      };
    }

    /// Reports whether a desk can be staffed with it.
    public boolean isStaff() {
      return declaration instanceof Declaration.Component || declaration instanceof Declaration.Graph;
    }
  }

  /// A type that the language provides.
  enum BuiltInType implements Symbol {
    BOOL, SIGNAL, TEXT, TIME;

    @Override
    public String kind() {
      return "a type";
    }
  }

  /// A component that the language provides.
  record BuiltIn(Component component) implements Symbol {
    @Override
    public String kind() {
      return "a component";
    }
  }

  /// A type parameter of the enclosing declaration.
  record TypeParameter(Name declared, int index) implements Symbol {
    @Override
    public String kind() {
      return "a type parameter";
    }
  }

  /// A name for a value: a parameter, variable, binding or index.
  record Value(Name declared, Variable.Kind sort) implements Symbol {
    @Override
    public String kind() {
      return switch (sort) {
        case PARAMETER -> "a parameter";
        case STATE, LOCAL -> "a variable";
        case BINDING -> "a binding";
        case INDEX -> "an index";
      };
    }
  }

  /// A port of the enclosing component or graph.
  record OfPort(Port port) implements Symbol {
    @Override
    public String kind() {
      return "a port";
    }
  }
}
