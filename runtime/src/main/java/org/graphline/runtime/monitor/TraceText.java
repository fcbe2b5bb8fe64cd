package org.graphline.runtime.monitor;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.graphline.runtime.BoundedList;
import org.graphline.runtime.Event;
import org.graphline.runtime.Signal;

/// Words for steps, with the labels of language.md 3.18.1. One instance serves one trace: it numbers opaque
/// values (`Blob#1`) as they first occur.
public final class TraceText {
  private final Map<Object, String> opaque = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /// Returns `event` in words.
  public String describe(Event event) {
    return switch (event) {
      case Event.HandedOver(var from, var to, var value) -> from.fullName() + " → " + to.fullName() + "  "
          + print(value);
      case Event.Posted(var from, var to, var value, var lost) ->
          from.fullName() + " ⇢ line to " + to.fullName() + "  " + print(value)
              + (lost ? "  (one is lost)" : "");
      case Event.Collected(var from, var to, var value) ->
          "line from " + from.fullName() + " ⇢ " + to.fullName() + "  " + print(value);
      case Event.EndSeen(var reader) ->
          reader.desk() + " sees the end of " + (reader.port().isEmpty() ? "everything" : reader.port());
      case Event.Unheard(var split) -> split.desk() + " finds nobody listening";
      case Event.Refused(var writer) -> writer.desk() + " finds nobody at " + writer.port();
      case Event.Called(var client, var server, var request) ->
          client.fullName() + " calls " + server.fullName() + "  " + print(request);
      case Event.Replied(var server, var client, var reply, var dropped) ->
          server.fullName() + " replies to " + client.fullName() + "  " + print(reply)
              + (dropped ? "  (dropped)" : "");
      case Event.Synced(var barrier, var members) -> barrier + " of " + String.join(", ",
          members.stream().map(Event.Place::desk).toList());
      case Event.TimedOut(var place) -> place.desk() + " times out";
      case Event.NothingReady(var place) -> place.desk() + " finds nothing ready";
      case Event.Chose(var place, var branch) -> place.desk() + " chooses " + branch;
      case Event.Answered(var place, var function, var value) ->
          function + " = " + print(value) + "  for " + place.desk();
      case Event.Marked(var place, var name) -> place.desk() + "." + name;
      case Event.Closed(var place) -> place.desk().isEmpty()
          ? "environment closes " + place.port()
          : place.desk() + " closes " + place.port();
      case Event.Gone(var place, var failure) -> place.desk()
          + (failure == null ? " goes home" : " fails: " + failure);
      case Event.ClosingTime _ -> "closing time";
      case Event.Aborted _ -> "abort";
    };
  }

  /// Returns `value` as a literal of the language, or numbered if it is opaque.
  public String print(Object value) {
    return switch (value) {
      case null -> "null";
      case Integer number -> number.toString();
      case Boolean truth -> truth.toString();
      case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case Signal signal -> signal.toString();
      case Duration time -> time.toMillis() + "ms";
      case Enum<?> constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name();
      case Record letter -> print(letter);
      case BoundedList<?> list -> print(list);
      default -> opaque.computeIfAbsent(value, this::number);
    };
  }

  private String print(Record letter) {
    StringJoiner fields = new StringJoiner(", ", letter.getClass().getSimpleName() + "{", "}");
    for (RecordComponent field : letter.getClass().getRecordComponents()) {
      try {
        field.getAccessor().setAccessible(true);
        fields.add(field.getName() + ": " + print(field.getAccessor().invoke(letter)));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError("a record's accessor failed: " + field, e);
      }
    }
    return fields.toString();
  }

  private String print(BoundedList<?> list) {
    StringJoiner elements = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < list.size(); i++) {
      elements.add(print(list.at(i)));
    }
    return elements.toString();
  }

  private String number(Object value) {
    String type = value.getClass().getSimpleName();
    return type + "#" + counts.merge(type, 1, Integer::sum);
  }
}
