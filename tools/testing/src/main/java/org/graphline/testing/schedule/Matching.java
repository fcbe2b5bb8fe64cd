package org.graphline.testing.schedule;

import java.util.Optional;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.runtime.Event;
import org.graphline.runtime.Event.Place;

/// Which step of the model an event of the runtime is.
final class Matching {
  private final Network network;

  Matching(Network network) {
    this.network = network;
  }

  /// Reports whether the model does not speak of an event, as it runs local code within the step that enables it.
  static boolean isSilent(Event event) {
    return switch (event) {
      case Event.Closed(Place place) -> !place.desk().isEmpty();
      case Event.Gone(_, Throwable failure) -> failure == null;
      case Event.HandedOver _, Event.Posted _, Event.Collected _, Event.EndSeen _, Event.Refused _, Event.Unheard _,
          Event.Called _, Event.Replied _, Event.Synced _, Event.TimedOut _, Event.NothingReady _, Event.Chose _,
          Event.Answered _, Event.Marked _, Event.ClosingTime _, Event.Aborted _ -> false;
    };
  }

  /// Reports whether `event` is what `label` says.
  boolean matches(Label label, Event event) {
    return switch (event) {
      case Event.HandedOver(var from, var to, var value) -> label instanceof Label.HandOver(int line, var writer,
          var reader, var sent) && at(writer, line, from) && at(reader, line, to) && Letters.same(sent, value);
      case Event.Posted(var from, _, var value, boolean lost) -> label instanceof Label.Post(int line, var writer,
          var sent, var fate) && at(writer, line, from) && Letters.same(sent, value)
          && lost == (fate != Label.Fate.STORED);
      case Event.Collected(_, var to, var value) -> label instanceof Label.Collect(int line, var reader, var sent)
          && at(reader, line, to) && Letters.same(sent, value);
      case Event.EndSeen(var reader) -> label instanceof Label.EndSeen(int instance, var end)
          && (end.isEmpty() ? named(instance, reader) && reader.port().isEmpty() : at(end.get(), reader));
      case Event.Refused(var writer) -> label instanceof Label.Refused(var end) && at(end, writer);
      case Event.Unheard(var split) -> label instanceof Label.Unheard(int instance) && named(instance, split);
      case Event.Called called -> isCall(label, called);
      case Event.Replied replied -> isReply(label, replied);
      case Event.Synced(var barrier, _) -> label instanceof Label.Sync(int id, _)
          && network.barriers().get(id).name().equals(barrier);
      case Event.TimedOut(var place) -> label instanceof Label.TimesOut(int instance) && named(instance, place);
      case Event.NothingReady(var place) -> label instanceof Label.Otherwise(int instance) && named(instance, place);
      case Event.Chose(var place, int branch) ->
          label instanceof Label.Choice(int instance, int alternative) && named(instance, place)
          && alternative == branch;
      case Event.Answered(var place, _, var value) -> label instanceof Label.Result(int instance, _, var answer)
          && named(instance, place) && Letters.same(answer, value);
      case Event.Marked(var place, var name) -> label instanceof Label.Mark(int instance, var mark)
          && named(instance, place) && mark.equals(name);
      case Event.Closed(var place) -> label instanceof Label.ClosesTray(int line)
          && exposed(network.lines().get(line).exposure(), place)
          || label instanceof Label.ClosesConnection(int connection)
              && exposed(network.connections().get(connection).exposure(), place);
      case Event.Gone(var place, _) -> label instanceof Label.MayFail(int instance, _, boolean fails) && fails
          && named(instance, place);
      case Event.ClosingTime _ -> label instanceof Label.ClosingTime;
      case Event.Aborted _ -> false;
    };
  }

  private boolean isCall(Label label, Event.Called event) {
    return label instanceof Label.Called(int connection, var asked)
        && joins(connection, event.client(), event.server()) && Letters.same(asked, event.request());
  }

  private boolean isReply(Label label, Event.Replied event) {
    return event.dropped()
        ? label instanceof Label.ReplyDropped(int dropped) && joins(dropped, event.client(), event.server())
        : label instanceof Label.Replied(int connection, var answer)
            && joins(connection, event.client(), event.server()) && Letters.same(answer, event.reply());
  }

  private boolean named(int instance, Place place) {
    return network.instances().get(instance).name().display().equals(place.desk());
  }

  private boolean at(End end, Place place) {
    return network.display(end).equals(place.fullName());
  }

  private boolean at(Optional<End> end, int line, Place place) {
    return end.isPresent() ? at(end.get(), place) : exposed(network.lines().get(line).exposure(), place);
  }

  private static boolean exposed(Optional<Exposure> exposure, Place place) {
    return place.desk().isEmpty() && exposure.map(Exposure::display).filter(place.port()::equals).isPresent();
  }

  private boolean joins(int id, Place client, Place server) {
    Connection connection = network.connections().get(id);
    return connection.client().map(end -> at(end, client)).orElseGet(() -> exposed(connection.exposure(), client))
        && connection.server().map(end -> at(end, server)).orElseGet(() -> exposed(connection.exposure(), server));
  }
}
