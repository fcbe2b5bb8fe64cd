package org.graphline.testing.schedule;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.graphline.model.network.Connection;
import org.graphline.model.semantics.Label;
import org.graphline.model.value.Value;

/// Answers for Java: what the move at hand wants, else what chance says, each component by itself.
final class Answering implements Subject.Answers {
  private final Follower follower;
  private final Labels labels;
  private final Letters letters;
  private final long seed;
  private final Map<String, SplittableRandom> dice = new HashMap<>();
  private Label wanted;

  Answering(Follower follower, Labels labels, Letters letters, long seed) {
    this.follower = follower;
    this.labels = labels;
    this.letters = letters;
    this.seed = seed;
  }

  /// Says which step is meant to be taken next.
  void wanted(Label label) {
    wanted = label;
  }

  /// Returns the branch of a `choose`.
  int branch(String desk) {
    if (wanted instanceof Label.Choice(int instance, int alternative) && labels.name(instance).equals(desk)) {
      return alternative;
    }
    List<Integer> branches = follower.labels().flatMap(l -> l instanceof Label.Choice(int instance, int alternative)
        && labels.name(instance).equals(desk) ? Stream.of(alternative) : Stream.empty()).sorted().toList();
    return branches.isEmpty() ? 0 : branches.get(draw(desk, branches.size()));
  }

  /// Returns a number for the value of an `anything`: the one that is wanted if it consists of one, else any.
  int number(String desk, int low, int high) {
    if (wanted instanceof Label.Result(int instance, _, Value value) && labels.name(instance).equals(desk)) {
      int whole = switch (value) {
        case Value.Int(int number) -> number;
        case Value.Bool(boolean truth) -> truth ? 1 : 0;
        case Value.Constant(_, int ordinal) -> ordinal;
        case Value.Structure _, Value.Sequence _, Value.Signal _, Value.Token _ -> low - 1;
      };
      if (whole >= low && whole <= high) {
        return whole;
      }
    }
    return (int) (low + draw(desk, (int) Math.min(Integer.MAX_VALUE, high - (long) low + 1)));
  }

  @Override
  public Object result(Type type) {
    String desk = Thread.currentThread().getName();
    if (wanted instanceof Label.Result(int instance, _, Value value) && labels.name(instance).equals(desk)) {
      return letters.toJava(value, type);
    }
    List<Value> values = follower.labels().flatMap(l -> l instanceof Label.Result(int instance, _, Value value)
        && labels.name(instance).equals(desk) ? Stream.of(value) : Stream.empty()).distinct().toList();
    return answer(desk, values, type);
  }

  @Override
  public Object reply(String port, Type type) {
    if (wanted instanceof Label.Replied(int connection, Value value) && isAt(connection, port)) {
      return letters.toJava(value, type);
    }
    List<Value> values = follower.labels().flatMap(l -> l instanceof Label.Replied(int connection, Value value)
        && isAt(connection, port) ? Stream.of(value) : Stream.empty()).distinct().toList();
    return answer(port, values, type);
  }

  private Object answer(String who, List<Value> values, Type type) {
    return values.isEmpty() ? letters.opaque((Class<?>) type)
        : letters.toJava(values.get(draw(who, values.size())), type);
  }

  private boolean isAt(int connection, String port) {
    Connection where = follower.network().connections().get(connection);
    return where.exposure().filter(e -> e.display().equals(port)).isPresent();
  }

  private int draw(String who, int count) {
    synchronized (dice) {
      return dice.computeIfAbsent(who, w -> new SplittableRandom(seed * 31 + w.hashCode())).nextInt(count);
    }
  }
}
