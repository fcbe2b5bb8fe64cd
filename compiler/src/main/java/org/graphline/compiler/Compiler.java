package org.graphline.compiler;

import org.graphline.compiler.emit.GeneratedSources;
import org.graphline.compiler.emit.ProgramEmitter;
import org.graphline.model.term.Program;

/// Turns a checked program into readable Java that mirrors it statement by statement.
public final class Compiler {
  private Compiler() {}

  /// Returns the Java of `program`: one file for each declared type, extern, component and graph.
  public static GeneratedSources compile(Program program) {
    return ProgramEmitter.emit(program);
  }
}
