package org.graphline.testing.subject;

import java.util.function.Function;
import org.graphline.model.network.Network;
import org.graphline.runtime.Options;
import org.graphline.testing.schedule.Subject;

/// A generated graph that the test itself starts, with Java of its own for what the program leaves open.
///
/// @param starter starts it with these options and returns it
public record StartedGraph(Network model, Function<Options, ?> starter) implements Subject {
  @Override
  public Running start(Options options, Answers java) {
    return Exposed.of(starter.apply(options));
  }
}
