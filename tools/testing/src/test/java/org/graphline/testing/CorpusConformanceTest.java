package org.graphline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.graphline.model.term.Component;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;
import org.graphline.testing.subject.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The Java of graphs of the corpus, those that need no arguments and nothing written in Java, does what their models
/// do: one in three, as compiling takes a moment.
@Timeout(120)
class CorpusConformanceTest {
  private static final Path CORPUS = Path.of("../../conformance");

  private static final int ONE_IN = 3;

  @Test void theGraphsOfTheCorpusDoWhatTheirModelsSay() throws IOException {
    var failures = new ArrayList<String>();
    int graphs = 0;
    for (Path file : files()) {
      Program program = Specs.program(file.toString());
      for (Graph graph : program.graphs()) {
        if (isClosedToJava(program, graph)) {
          graphs++;
          if (graphs % ONE_IN != 0) {
            continue;
          }
          try {
            Conformance.ofGraph(file.toString(), graph.name().simple())
                .sources(s -> OpaqueTypes.added(program, s)).runs(4).shrinking(100).verify();
          } catch (AssertionError | RuntimeException failure) {
            failures.add(file.getFileName() + " " + failure);
          }
        }
      }
    }
    assertThat(failures).isEmpty();
    assertThat(graphs).isGreaterThan(100);
  }

  private static List<Path> files() throws IOException {
    var all = new ArrayList<Path>();
    for (String folder : List.of("holds", "deadlocks", "livelocks", "does-not-shut-down", "errors", "fails")) {
      try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
        files.filter(f -> f.toString().endsWith(".graphline")).sorted().forEach(all::add);
      }
    }
    return all;
  }

  private static boolean isClosedToJava(Program program, Graph graph) {
    boolean parameters = graph.parameters().stream().anyMatch(p -> p.byDefault().isEmpty())
        || !graph.typeParameters().isEmpty();
    return !parameters && program.components().stream().noneMatch(c -> c.origin() == Component.Origin.NATIVE
        || c.origin() == Component.Origin.NATIVE_WITHOUT_CONTRACT);
  }
}
