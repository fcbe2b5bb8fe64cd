package org.graphline.checker.story;

import java.util.List;
import org.graphline.checker.space.EventSets;
import org.graphline.checker.space.NetworkStateSpace;
import org.graphline.model.property.EventSet;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step;

/// Which steps are events that a property speaks of.
final class Events {
  private final NetworkStateSpace space;

  Events(NetworkStateSpace space) {
    this.space = space;
  }

  /// Reports whether the step happens where the event does, whatever the letter.
  boolean isAt(Step step, EventSet set) {
    return space.isAt(set, step.label());
  }

  /// Reports whether the step is the event.
  boolean isIn(Step step, EventSet set) {
    return space.isIn(set, step.label());
  }

  /// Reports whether the order of such steps matters to the property.
  boolean isLookedAt(Step step, Property property) {
    return EventSets.of(property).stream().anyMatch(set -> isAt(step, set));
  }

  /// Returns how many of `wanted` the run tells in order, seen only through the alphabet of all (rule R10);
  /// -1 if it tells something else in between.
  int told(List<Step> run, List<EventSet> wanted) {
    int told = 0;
    for (Step step : run) {
      if (told < wanted.size() && wanted.stream().anyMatch(e -> isAt(step, e))) {
        if (!isIn(step, wanted.get(told))) {
          return -1;
        }
        told++;
      }
    }
    return told;
  }

  /// Reports whether that is all the run tells.
  boolean isAllTold(List<Step> run, List<EventSet> wanted) {
    return told(run, wanted) == wanted.size()
        && run.stream().filter(step -> wanted.stream().anyMatch(e -> isAt(step, e))).count() == wanted.size();
  }

  /// Reports whether the run ends with a cause that no effect has followed.
  boolean isPending(List<Step> run, EventSet cause, EventSet effect) {
    boolean pending = false;
    for (Step step : run) {
      pending = !isIn(step, effect) && (pending || isIn(step, cause));
    }
    return pending;
  }
}
