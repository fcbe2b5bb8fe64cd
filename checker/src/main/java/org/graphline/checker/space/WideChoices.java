package org.graphline.checker.space;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.checker.verdict.Reason;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.source.Span;
import org.graphline.model.value.DataType;

/// Where Java, `anything` or the environment has so many values to choose from that the steps of a single state would
/// fill the memory before any limit is looked at.
public final class WideChoices {
  /// More values than that are not enumerated.
  private static final long MOST = 1 << 22;

  private WideChoices() {}

  /// Returns a reason not to look at any state; empty if there is none.
  public static Optional<Reason> in(Semantics semantics) {
    Network network = semantics.network();
    Stream<Optional<Reason>> drawn = Automata.of(semantics).stream().flatMap(WideChoices::drawn);
    Stream<Optional<Reason>> offered = network.lines().stream().filter(l -> l.isInTray())
        .map(l -> reason("an exposed in-tray", l.type(), l.span()));
    Stream<Optional<Reason>> called = network.connections().stream().filter(c -> c.exposure().isPresent())
        .map(c -> c.server().isEmpty() ? reason("an exposed client port", c.reply(), c.span())
            : reason("an exposed server port", c.request(), c.span()));
    return Stream.of(drawn, offered, called).flatMap(reasons -> reasons).flatMap(Optional::stream).findFirst();
  }

  private static Stream<Optional<Reason>> drawn(ProcessAutomaton automaton) {
    List<Node> nodes = automaton.nodes();
    return Stream.iterate(0, i -> i < nodes.size(), i -> i + 1).map(i -> nodes.get(i) instanceof Node.Draw draw
        ? reason("`" + draw.source() + "`", draw.type(), automaton.sites().get(i).span()) : Optional.empty());
  }

  private static Optional<Reason> reason(String what, DataType type, Span span) {
    long values = type.cardinality();
    return values > MOST ? Optional.of(new Reason.TooManyValues(what + " at " + span.place(), values))
        : Optional.empty();
  }
}
