package org.graphline.conformance.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.graphline.dsl.Frontend;
import org.graphline.model.network.Network;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole Whiteboard is that of Kamaelia, but for differences that are kept next to it and explained in its
/// README. `-Dgolden=update` writes them anew.
class WhiteboardEdgesTest {
  private static final Path FOLDER = Path.of("").toAbsolutePath().resolveSibling("examples").resolve("whiteboard");
  private static final Path ORIGINAL = FOLDER.resolve("original");
  private static final String ALONE = "standalone";
  private static final String ONE_PEER = "server+1 client (server side)";

  @ParameterizedTest
  @CsvSource({"literal,Alone,0", "literal,Server,1", "repaired,Alone,0", "repaired,Peer,1"})
  void hasTheComponentsAndEdgesOfTheOriginal(String version, String graph, int connections) throws IOException {
    String configuration = connections == 0 ? ALONE : ONE_PEER;
    String text = Differences.of(network(version, graph, connections), Original.in(ORIGINAL), configuration).text();
    Path kept = ORIGINAL.resolve(version + "-" + graph.toLowerCase(java.util.Locale.ROOT) + ".txt");
    if ("update".equals(System.getProperty("golden"))) {
      assertThat(System.getenv("CI")).as("golden files are not written in CI").isNull();
      Files.writeString(kept, text);
    }
    assertThat(text).isEqualTo(Files.readString(kept));
  }

  @Test
  void theLiteralOneLacksNoEdgeThatCarriesData() throws IOException {
    var differences = Differences.of(network("literal", "Alone", 0), Original.in(ORIGINAL), ALONE);
    assertThat(differences.counts()).containsOnlyKeys("data edges only in the original",
        "config edges only in the original", "signal edges only in the original");
    assertThat(differences.text()).contains("41 components here, 41 there");
  }

  @Test
  void everyNameIsUsed() throws IOException {
    Original original = Original.in(ORIGINAL);
    Network network = network("literal", "Server", 1);
    List<String> ours = network.instances().stream().map(i -> i.name().display()).toList();
    assertThat(ours).containsExactlyInAnyOrderElementsOf(original.components().values());
  }

  private static Network network(String version, String graph, int connections) throws IOException {
    Path file = FOLDER.resolve("whiteboard-" + version + ".graphline");
    var program = Frontend.analyze(List.of(SourceFile.decode(file.getFileName().toString(),
        Files.readAllBytes(file)))).program().orElseThrow();
    Map<String, String> arguments = Map.of("redraw", "0", "connections", "" + connections, "room", "1");
    var declared = Frontend.graphs(program, graph).getFirst();
    var known = declared.parameters().stream().map(p -> p.variable().name()).toList();
    var given = arguments.entrySet().stream().filter(e -> known.contains(e.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Frontend.elaborate(program, declared.name(), given).network().orElseThrow();
  }
}
