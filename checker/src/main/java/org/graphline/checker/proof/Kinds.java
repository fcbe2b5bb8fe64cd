package org.graphline.checker.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphline.checker.product.Excerpts;

/// The instances of a network by kind, and its pairs of neighbors by joint: what is known of one is known of
/// all of its kind.
///
/// Takes some 40 bytes for an instance, and 8 for each of its neighbors.
final class Kinds {
  /// Where there are more kinds than that, and than an eighth of the instances, nothing is gained.
  private static final int FEW = 200;

  private final Excerpts excerpts;
  private final Effort effort;
  private final int instances;
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Joint> joints = new ArrayList<>();
  private final int[] kindOf;
  private int[] first;
  private int[] other;
  private int[] joint;
  private long pairs;

  private Kinds(Excerpts excerpts, Effort effort) {
    this.excerpts = excerpts;
    this.effort = effort;
    this.instances = excerpts.instances();
    this.kindOf = new int[instances];
  }

  /// It takes more than the sharing of facts.
  static final class NotShared extends RuntimeException {
    private static final long serialVersionUID = 1;

    private NotShared() {
      super("kinds of their own", null, false, false);
    }
  }

  /// Returns the kinds of a network.
  ///
  /// @throws NotShared if there are too many, or some waits for several others together
  static Kinds of(Excerpts excerpts, Effort effort) {
    var kinds = new Kinds(excerpts, effort);
    kinds.join(kinds.findKinds());
    return kinds;
  }

  private record Key(int[] numbers) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  /// Sorts the instances; returns those around each, one after the other, from `first` on.
  private int[] findKinds() {
    Map<Key, Integer> known = new HashMap<>();
    first = new int[instances + 1];
    int[] around = new int[4 * instances + 16];
    for (int i = 0; i < instances; i++) {
      effort.spend(1);
      Excerpts.Surroundings at = excerpts.around(i);
      first[i + 1] = Math.addExact(first[i], at.around().length);
      if (first[i + 1] > around.length) {
        around = Arrays.copyOf(around, Math.max(first[i + 1], around.length / 2 * 3));
      }
      System.arraycopy(at.around(), 0, around, first[i], at.around().length);
      Integer kind = known.putIfAbsent(new Key(at.numbers()), kinds.size());
      if (kind == null) {
        kindOf[i] = kinds.size();
        kinds.add(newKind(i));
      } else {
        kindOf[i] = kind;
      }
    }
    return around;
  }

  private Kind newKind(int instance) {
    refuse(kinds.size());
    Kind kind = Kind.of(excerpts.of(instance), effort);
    if (kind == null) {
      throw new NotShared();
    }
    return kind;
  }

  private void refuse(int different) {
    if (different > FEW && different > instances / 8) {
      throw new NotShared();
    }
  }

  private record Joining(int kind, int otherKind, int position, int otherPosition) {}

  /// Finds the pairs of neighbors.
  private void join(int[] around) {
    Map<Joining, Integer> known = new HashMap<>();
    int[] from = first;
    int[] to = new int[instances + 1];
    other = new int[from[instances]];
    joint = new int[from[instances]];
    Arrays.fill(joint, -1);
    for (int i = 0; i < instances; i++) {
      effort.spend(1);
      for (int at = from[i]; at < from[i + 1]; at++) {
        int j = around[at];
        if (j > i) {
          int back = position(around, from[j], from[j + 1], i);
          var joining = new Joining(kindOf[i], kindOf[j], at - from[i], back - from[j]);
          if (kinds.get(kindOf[i]).neighbors().get(joining.position())
              || kinds.get(kindOf[j]).neighbors().get(joining.otherPosition())) {
            Integer number = known.get(joining);
            if (number == null) {
              number = joints.size();
              known.put(joining, number);
              refuse(number);
              joints.add(Joint.of(excerpts, effort, i, j));
            }
            joint[at] = 2 * number;
            joint[back] = 2 * number + 1;
            pairs++;
          }
        }
      }
    }
    int count = 0;
    for (int i = 0; i < instances; i++) {
      to[i] = count;
      for (int at = from[i]; at < from[i + 1]; at++) {
        if (joint[at] >= 0) {
          other[count] = around[at];
          joint[count++] = joint[at];
        }
      }
    }
    to[instances] = count;
    first = to;
  }

  private int position(int[] around, int from, int to, int instance) {
    effort.spend((to - from) / 16);
    for (int i = from; i < to; i++) {
      if (around[i] == instance) {
        return i;
      }
    }
    throw new AssertionError("who is around one has that one around");
  }

  Effort effort() {
    return effort;
  }

  int instances() {
    return instances;
  }

  long pairs() {
    return pairs;
  }

  /// Returns the kind of an instance.
  Kind of(int instance) {
    return kinds.get(kindOf[instance]);
  }

  /// Returns the number of the kind of an instance.
  int kind(int instance) {
    return kindOf[instance];
  }

  /// Returns the number of how the two of an arc are joined, seen from where it begins.
  int joint(int arc) {
    return joint[arc];
  }

  /// Returns the number of the first arc of an instance, an arc for each of its neighbors; for the number of
  /// instances, the end of all.
  int firstArc(int instance) {
    return first[instance];
  }

  /// Returns the neighbor to which an arc leads.
  int target(int arc) {
    return other[arc];
  }

  /// Returns how the instance at which an arc begins stands to its neighbor.
  Joint.Side side(int arc) {
    return joints.get(joint[arc] / 2).side(joint[arc] % 2);
  }

  /// Returns how many rounds the instance at which an arc begins is ahead, as [Joint#ahead] has it.
  int[][] ahead(int arc, int homesPassed) {
    return joints.get(joint[arc] / 2).ahead(joint[arc] % 2, homesPassed);
  }

  /// Reports whether the same is known of the kinds and joints of another network, taken in the order in which they
  /// first occur.
  ///
  /// @param latest so many homes are passed over at most, as in [Rounds]
  boolean areLike(Kinds more, int latest) {
    boolean alike = kinds.size() == more.kinds.size() && joints.size() == more.joints.size();
    for (int i = 0; alike && i < kinds.size(); i++) {
      alike = kinds.get(i).isLike(more.kinds.get(i));
    }
    for (int late = 0; late <= latest; late++) {
      for (int i = 0; alike && i < joints.size(); i++) {
        alike = joints.get(i).isLike(more.joints.get(i), late);
      }
    }
    return alike;
  }
}
