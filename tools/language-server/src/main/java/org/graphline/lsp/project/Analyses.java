package org.graphline.lsp.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graphline.cli.input.Unit;
import org.graphline.model.source.SourceFile;

/// The latest analyses. One is made once for a state of its files, however many ask for it at the same time.
final class Analyses {

  private static final int KEPT = 64;

  private final Map<List<String>, State> states = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<List<String>, State> eldest) {
      return size() > KEPT;
    }
  };

  /// The analysis of one state of the files; null until it is made.
  private static final class State {
    private final List<SourceFile> sources;
    private Analyzed analyzed;

    State(List<SourceFile> sources) {
      this.sources = sources;
    }

    synchronized Analyzed analyzed(Unit unit) {
      if (analyzed == null) {
        analyzed = Analyzed.of(unit);
      }
      return analyzed;
    }
  }

  Analyzed of(Unit unit) {
    State state;
    synchronized (this) {
      state = states.get(unit.names());
      if (state == null || !state.sources.equals(unit.sources())) {
        state = new State(unit.sources());
        states.put(unit.names(), state);
      }
    }
    return state.analyzed(unit);
  }
}
