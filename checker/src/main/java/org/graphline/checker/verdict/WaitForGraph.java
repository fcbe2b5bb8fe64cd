package org.graphline.checker.verdict;

import java.util.List;
import org.graphline.model.semantics.Wait;
import org.graphline.model.source.Span;

/// Who waits for whom at the end of a story.
///
/// @param waiters the blocked threads of the components that matter, in the order of the network
/// @param cycle   instances each of which waits for the next and the last for the first; empty if there is
///                none
public record WaitForGraph(List<Waiter> waiters, List<Integer> cycle) {

  /// The graph with nobody in it.
  public static final WaitForGraph EMPTY = new WaitForGraph(List.of(), List.of());

  public WaitForGraph {
    waiters = List.copyOf(waiters);
    cycle = List.copyOf(cycle);
  }

  /// A blocked thread of a component.
  ///
  /// @param name     the component, `w[0]`
  /// @param action   what it wants to do, `send results`
  /// @param rests    whether waiting there is resting
  /// @param waitsFor instances that could help it, by position in the network
  /// @param detail   the wait itself
  public record Waiter(int instance, String name, String action, Span span, boolean rests,
      List<Integer> waitsFor,
      Wait detail) {
    public Waiter {
      waitsFor = List.copyOf(waitsFor);
    }
  }
}
