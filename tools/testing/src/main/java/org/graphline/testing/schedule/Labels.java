package org.graphline.testing.schedule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;

/// Who takes part in a step of the model, by the names that the runtime gives.
final class Labels {
  private final Network network;

  Labels(Network network) {
    this.network = network;
  }

  /// What a step is, whatever a component decides about it: which value it sends, say.
  private record Kind(Class<?> type, List<?> places) {}

  /// Returns what tells a step from others that a component is not free to put in its place.
  static Object key(Label label) {
    return switch (label) {
      case Label.HandOver(int line, var writer, var reader, _) when writer.isPresent() ->
          new Kind(Label.HandOver.class, List.of(line, writer, reader));
      case Label.Post(int line, var writer, _, _) when writer.isPresent() ->
          new Kind(Label.Post.class, List.of(line, writer));
      case Label.Replied(int connection, _) -> new Kind(Label.Replied.class, List.of(connection));
      case Label.Choice(int instance, _) -> new Kind(Label.Choice.class, List.of(instance));
      case Label.Result(int instance, _, _) -> new Kind(Label.Result.class, List.of(instance));
      case Label.Called _, Label.HandOver _, Label.Post _, Label.Collect _, Label.EndSeen _, Label.Refused _,
          Label.Unheard _, Label.MayFail _, Label.TimesOut _, Label.Otherwise _, Label.Mark _, Label.Sync _,
          Label.ReplyDropped _, Label.ClosesTray _, Label.ClosesConnection _, Label.Arrives _, Label.ArrivesAtTray _,
          Label.ArrivesAtConnection _, Label.ClosingTime _ -> label;
    };
  }

  /// Returns the components and exposed ports that take part, givers first.
  List<String> participants(Label label) {
    return switch (label) {
      case Label.HandOver(int line, var writer, var reader, _) -> List.of(at(writer, line), at(reader, line));
      case Label.Post(int line, var writer, _, _) -> List.of(at(writer, line));
      case Label.Collect(int line, var reader, _) -> List.of(at(reader, line));
      case Label.EndSeen(int instance, _) -> List.of(name(instance));
      case Label.Refused(End end) -> List.of(name(end.instance()));
      case Label.Unheard(int instance) -> List.of(name(instance));
      case Label.Choice(int instance, _) -> List.of(name(instance));
      case Label.Result(int instance, _, _) -> List.of(name(instance));
      case Label.MayFail(int instance, _, _) -> List.of(name(instance));
      case Label.TimesOut(int instance) -> List.of(name(instance));
      case Label.Otherwise(int instance) -> List.of(name(instance));
      case Label.Mark(int instance, _) -> List.of(name(instance));
      case Label.Arrives(End end) -> List.of(name(end.instance()));
      case Label.Sync(_, var members) -> members.stream().map(End::instance).map(this::name).toList();
      case Label.Called(int connection, _) -> ends(connection);
      case Label.Replied(int connection, _) -> ends(connection).reversed();
      case Label.ReplyDropped(int connection) -> ends(connection).reversed();
      case Label.ClosesTray _, Label.ClosesConnection _, Label.ArrivesAtTray _, Label.ArrivesAtConnection _ ->
          List.of();
      case Label.ClosingTime _ -> network.instances().stream().map(i -> i.name().display()).toList();
    };
  }

  /// Returns those who take part, and all readers of the line, who take turns there: one of them may be in the way.
  Set<String> attached(Label label) {
    var all = new LinkedHashSet<>(participants(label));
    if (label instanceof Label.HandOver(int line, _, _, _)) {
      addReaders(all, line);
    } else if (label instanceof Label.Collect(int line, _, _)) {
      addReaders(all, line);
    } else if (label instanceof Label.EndSeen(int instance, _)) {
      network.lines().stream().filter(l -> l.readers().stream().anyMatch(e -> e.instance() == instance))
          .forEach(l -> addReaders(all, l.id()));
    }
    return all;
  }

  private void addReaders(Set<String> all, int line) {
    network.lines().get(line).readers().stream().map(e -> name(e.instance())).forEach(all::add);
  }

  private List<String> ends(int connection) {
    Connection where = network.connections().get(connection);
    return List.of(at(where.client(), where.exposure()), at(where.server(), where.exposure()));
  }

  private String at(Optional<End> end, int line) {
    return at(end, network.lines().get(line).exposure());
  }

  private String at(Optional<End> end, Optional<Exposure> exposure) {
    return end.map(e -> name(e.instance())).orElseGet(() -> port(exposure));
  }

  /// Returns what threads at an exposed port are called.
  static String port(Optional<Exposure> exposure) {
    return "environment." + exposure.orElseThrow().display();
  }

  String name(int instance) {
    return network.instances().get(instance).name().display();
  }
}
