package org.graphline.cli.page;

import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.StoryStep;
import org.graphline.checker.verdict.StoryStep.Party;
import org.graphline.model.network.End;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step;
import org.graphline.model.source.Span;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What moves in a drawing at each step of a story.
final class WalkJson {
  private final Network network;

  private WalkJson(Network network) {
    this.network = network;
  }

  /// Returns one object a step, the loop after the stem: `actors` are the instances that move, `places` where in the
  /// source and who, and `wire` with `from` and `to` the way of what passes, in the words of the drawing.
  static ArrayNode of(Network network, Counterexample story) {
    var walk = new WalkJson(network);
    ArrayNode moves = JsonNodeFactory.instance.arrayNode();
    Stream.concat(story.stem().stream(), story.loop().stream()).forEach(step -> moves.add(walk.move(step)));
    return moves;
  }

  private ObjectNode move(StoryStep step) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode actors = node.putArray("actors");
    step.step().actors().stream().map(Step.Actor::instance).distinct().forEach(actors::add);
    way(step.step().label()).ifPresent(way -> {
      node.put("wire", way.wire());
      node.put("from", way.from().orElse(null));
      node.put("to", way.to().orElse(null));
    });
    ArrayNode places = node.putArray("places");
    step.from().ifPresent(p -> add(places, p, step.to().isPresent() ? "gives" : "acts"));
    step.to().ifPresent(p -> add(places, p, "takes"));
    return node;
  }

  private static void add(ArrayNode places, Party party, String role) {
    party.span().filter(span -> !span.equals(Span.BUILT_IN)).ifPresent(span -> places.addObject()
        .put("who", party.name()).put("role", role).put("action", party.action()).put("file", span.file())
        .put("line", span.line()));
  }

  /// The way of what passes: along a wire, from one of its ends to another; an empty end is the line itself.
  private record Way(String wire, Optional<String> from, Optional<String> to) {}

  private Optional<Way> way(Label label) {
    return switch (label) {
      case Label.HandOver(int line, var writer, var reader, _) -> Optional.of(new Way("line-" + line,
          Optional.of(endOrTray(writer, "line-" + line)), Optional.of(endOrTray(reader, "line-" + line))));
      case Label.Post(int line, var writer, _, _) -> Optional.of(new Way("line-" + line,
          Optional.of(endOrTray(writer, "line-" + line)), Optional.empty()));
      case Label.Collect(int line, var reader, _) -> Optional.of(new Way("line-" + line, Optional.empty(),
          Optional.of(endOrTray(reader, "line-" + line))));
      case Label.Called(int id, _) -> Optional.of(new Way("call-" + id, Optional.of(client(id)),
          Optional.of(server(id))));
      case Label.Replied(int id, _) -> Optional.of(new Way("call-" + id, Optional.of(server(id)),
          Optional.of(client(id))));
      case Label.Sync(int barrier, _) -> Optional.of(whole("barrier-" + barrier));
      case Label.ClosesTray(int line) -> Optional.of(whole("line-" + line));
      case Label.ClosesConnection(int id) -> Optional.of(whole("call-" + id));
      case Label.EndSeen _, Label.Refused _, Label.Unheard _, Label.Choice _, Label.Result _, Label.MayFail _,
          Label.TimesOut _, Label.Otherwise _, Label.Mark _, Label.ReplyDropped _, Label.Arrives _, Label.ArrivesAtTray _,
          Label.ArrivesAtConnection _, Label.ClosingTime _ -> Optional.empty();
    };
  }

  private static Way whole(String wire) {
    return new Way(wire, Optional.empty(), Optional.empty());
  }

  private String client(int connection) {
    return endOrTray(network.connections().get(connection).client(), "call-" + connection);
  }

  private String server(int connection) {
    return endOrTray(network.connections().get(connection).server(), "call-" + connection);
  }

  private static String endOrTray(Optional<End> end, String wire) {
    return end.map(e -> "desk-" + e.instance() + "." + e.element()).orElse("tray-" + wire + ".0");
  }
}
