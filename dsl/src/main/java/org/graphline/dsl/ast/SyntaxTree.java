package org.graphline.dsl.ast;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.SourceFile;

/// One file: its package, imports and declarations in the order written, and every comment in it.
public record SyntaxTree(
    SourceFile source,
    Optional<QualifiedName> packageName,
    List<Import> imports,
    List<Declaration> declarations,
    List<Comment> comments) {

  public SyntaxTree {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
    comments = List.copyOf(comments);
  }

  /// Returns the tree of a file of which nothing could be understood.
  public static SyntaxTree empty(SourceFile source) {
    return new SyntaxTree(source, Optional.empty(), List.of(), List.of(), List.of());
  }
}
