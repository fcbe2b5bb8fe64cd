package org.graphline.runtime.monitor;

import java.util.ArrayList;
import java.util.List;
import org.graphline.runtime.Event;
import org.graphline.runtime.Observer;

/// Keeps every step a network takes, in one order in which the model could have taken them.
///
/// Hand it to [org.graphline.runtime.Options#observedBy]. It grows without bound: it is for tests and
/// replays.
public final class TraceRecorder implements Observer {
  private final List<Event> events = new ArrayList<>();

  @Override
  public synchronized void saw(Event event) {
    events.add(event);
  }

  /// Returns the steps so far.
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /// Returns the steps so far as text, one a line, with opaque values numbered as they first occur.
  public String story() {
    TraceText text = new TraceText();
    StringBuilder story = new StringBuilder();
    events().forEach(event -> story.append(text.describe(event)).append('\n'));
    return story.toString();
  }
}
