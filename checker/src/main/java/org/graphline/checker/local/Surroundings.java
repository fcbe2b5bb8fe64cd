package org.graphline.checker.local;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.graphline.model.network.Behavior;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;

/// What instances of a behavior are joined to, as far as it matters for their local states: who watches an end,
/// and who may close the other one. What nobody can close is never finished or refused, and what would follow
/// need not be looked at. After closing time nobody is left to notice that everybody is gone. Starts with nobody
/// who closes anything and learns from local spaces until there is nothing new.
final class Surroundings {
  private final Network network;
  private final Map<Behavior, List<Instance>> instances;
  private final Map<Behavior, BitSet> closable = new IdentityHashMap<>();
  private final Map<Behavior, Boolean> leaving = new IdentityHashMap<>();
  private boolean closing;
  /// For each behavior, question and element the answer: 1 for yes, 2 for no, 0 if not known since the last learning.
  private final Map<Behavior, byte[][]> answers = new IdentityHashMap<>();

  Surroundings(Network network, Map<Behavior, List<Instance>> instances) {
    this.network = network;
    this.instances = instances;
    instances.keySet().forEach(b -> {
      closable.put(b, new BitSet());
      leaving.put(b, false);
    });
  }

  /// Learns what the local spaces show; reports whether that was new.
  boolean learn(Map<Behavior, LocalSpace> spaces) {
    answers.clear();
    boolean isNew = false;
    boolean allRest = true;
    for (Map.Entry<Behavior, LocalSpace> entry : spaces.entrySet()) {
      BitSet known = closable.get(entry.getKey());
      int before = known.cardinality();
      boolean leaves = leaving.get(entry.getKey());
      boolean rests = false;
      LocalSpace space = entry.getValue();
      for (int s = 0; s < space.size(); s++) {
        LocalState state = space.state(s);
        if (space.isMet(s) && !state.isFaulty()) {
          known.or(closed(state, entry.getKey().elements().size()));
          leaves |= state.isGone();
          rests |= state.isGone() || state.rests();
        }
      }
      isNew |= known.cardinality() > before || leaves != leaving.put(entry.getKey(), leaves);
      allRest &= rests;
    }
    isNew |= allRest && !closing;
    closing |= allRest;
    return isNew;
  }

  private static BitSet closed(LocalState state, int elements) {
    var closed = (BitSet) state.open().clone();
    closed.flip(0, elements);
    return closed;
  }

  /// Reports whether closing time may come.
  boolean mayClose() {
    return closing;
  }

  /// Reports whether an end may be closed by its own instance.
  boolean mayClose(End end) {
    return closable.get(network.instances().get(end.instance()).behavior()).get(end.element());
  }

  private enum Question { REFUSED, ENDED, WATCHED, LOST }

  /// The answer for some instance of the behavior; asked for each of its local states.
  private boolean isSo(Question question, Behavior behavior, int element) {
    byte[][] all = answers.get(behavior);
    if (all == null) {
      all = new byte[Question.values().length][behavior.elements().size()];
      answers.put(behavior, all);
    }
    byte[] known = all[question.ordinal()];
    if (known[element] == 0) {
      boolean so = switch (question) {
        case REFUSED -> anyRefused(behavior, element);
        case ENDED -> anyEnded(behavior, element);
        case WATCHED -> anyWatched(behavior, element);
        case LOST -> anyLost(behavior, element);
      };
      known[element] = (byte) (so ? 1 : 2);
    }
    return known[element] == 1;
  }

  /// Reports whether what is joined to an out-port or client port may be gone, for some instance of the behavior.
  boolean mayBeRefused(Behavior behavior, int element) {
    return isSo(Question.REFUSED, behavior, element);
  }

  private boolean anyRefused(Behavior behavior, int element) {
    return instances.get(behavior).stream().anyMatch(i -> switch (behavior.elements().get(element).port().direction()) {
      case OUT -> isRefusable(network.lines().get(i.wire(element)));
      case CLIENT -> network.connections().get(i.wire(element)).server().map(this::mayClose).orElse(false);
      case IN, SERVER, BARRIER -> false;
    });
  }

  private boolean isRefusable(Line line) {
    return !line.isOutTray() && line.readers().stream().allMatch(this::mayClose);
  }

  /// Reports whether all who write to an in-port or call a server port may be gone, for some instance of the behavior.
  boolean mayEnd(Behavior behavior, int element) {
    return isSo(Question.ENDED, behavior, element);
  }

  private boolean anyEnded(Behavior behavior, int element) {
    return instances.get(behavior).stream().anyMatch(i -> switch (behavior.elements().get(element).port().direction()) {
      case IN -> network.lines().get(i.wire(element)).writers().stream().allMatch(this::mayClose);
      case SERVER -> network.servers().get(i.wire(element)).connections().stream()
          .map(network.connections()::get).map(Connection::client).allMatch(c -> c.map(this::mayClose).orElse(true));
      case OUT, CLIENT, BARRIER -> false;
    });
  }

  /// Reports whether a `select priority` watches an out-port or client port, for some instance of the behavior.
  boolean isWatched(Behavior behavior, int element) {
    return isSo(Question.WATCHED, behavior, element);
  }

  private boolean anyWatched(Behavior behavior, int element) {
    return instances.get(behavior).stream().anyMatch(i -> switch (behavior.elements().get(element).port().direction()) {
      case OUT -> network.lines().get(i.wire(element)).watched();
      case CLIENT -> network.connections().get(i.wire(element)).watched();
      case IN, SERVER, BARRIER -> false;
    });
  }

  /// Reports whether the server of a client port may have left, for some instance of the behavior.
  boolean mayLoseServer(Behavior behavior, int element) {
    return isSo(Question.LOST, behavior, element);
  }

  private boolean anyLost(Behavior behavior, int element) {
    return instances.get(behavior).stream().anyMatch(i -> network.connections().get(i.wire(element)).server()
        .map(s -> leaving.get(network.instances().get(s.instance()).behavior())).orElse(false));
  }
}
