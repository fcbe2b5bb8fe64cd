package org.graphline.dsl.index;

import java.util.Optional;

import org.graphline.dsl.ast.Name;
import org.graphline.model.source.Span;
import org.graphline.model.term.Type;

/// Something that names lead to.
///
/// @param name   where it is declared; at [Span#BUILT_IN] if the language provides it
/// @param extent its whole declaration
/// @param owner  the component, graph, type or extern that it belongs to; empty for what stands at the top level
/// @param type   its type, if it is a variable, binding or index and the type is known
public record Definition(Kind kind, Name name, Span extent, Optional<String> doc, String owner,
    Optional<Type> type) {

  /// What is declared.
  public enum Kind {
    CONSTANT("constant"), TYPE("type"), ENUMERATION("enumeration"), VALUE("value of an enumeration"),
    RECORD("record"), FIELD("field"), EXTERN("extern"), FUNCTION("function"), COMPONENT("component"),
    GRAPH("graph"), TYPE_PARAMETER("type parameter"), PARAMETER("parameter"), PORT("port"),
    VARIABLE("variable"), BINDING("binding"), INDEX("index"), DESK("desk"), BARRIER("barrier line"),
    MARK("mark");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// Returns the kind in a word or two.
    public String word() {
      return word;
    }
  }

  /// Reports whether the language provides it, so that there is no place to go to.
  public boolean isBuiltIn() {
    return name.span().equals(Span.BUILT_IN);
  }
}
