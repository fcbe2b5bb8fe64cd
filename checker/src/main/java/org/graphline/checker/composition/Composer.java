package org.graphline.checker.composition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes one part of two. What was made once is made again for like parts without looking at states.
final class Composer {
  /// All together may have so many times the states that two parts may have.
  private static final int MOST_TIMES = 4;

  private final Marking marking;
  private final Vectors vectors;
  private final Bounds bounds;
  private final Map<LeafForm, Shape.Leaf> leaves = new HashMap<>();
  private final Map<Form, Optional<Joined>> known = new HashMap<>();
  private int parts;
  private long states;
  private long transitions;
  /// How many states were looked at of what was too large.
  private long wasted;

  Composer(Marking marking, Vectors vectors, Bounds bounds) {
    this.marking = marking;
    this.vectors = vectors;
    this.bounds = bounds;
  }

  private record LeafForm(Lts whole, List<Integer> values) {}

  /// What a composition depends on, but for names.
  private record Form(Lts left, Lts right, List<Joint> joints, List<Object> joining) {}

  /// Returns the part that a field is; the number of the part is that of the field.
  Part leaf(int field, Lts whole, int[] values, Face face) {
    parts = Math.max(parts, field + 1);
    Shape.Leaf shape = leaves.computeIfAbsent(new LeafForm(whole, Arrays.stream(values).boxed().toList()), _ -> {
      Minimization.Minimized least = least(whole);
      return new Shape.Leaf(whole, values, least.lts(), least.state());
    });
    return new Part(field, shape, face, List.of(field));
  }

  private Minimization.Minimized least(Lts whole) {
    states += whole.states();
    if (states > MOST_TIMES * (long) bounds.states()) {
      throw new OutOfReach("too many parts are large");
    }
    transitions += whole.transitions();
    return Minimization.of(whole, marking.seesDivergence(), bounds.isOver());
  }

  /// Returns two parts as one, which takes their place; nothing if that is too large, and nothing has changed.
  Optional<Part> join(Part left, Part right) {
    var joints = new Joints(left, right, vectors, marking.kinds());
    List<Integer> fields = Part.fields(left, right);
    Marking.Joining joining = marking.join(left.face(), right.face(),
        vectors.movable(List.of(left.number(), right.number())), Set.copyOf(fields));
    Optional<Joined> joined = known.computeIfAbsent(
        new Form(left.shape().least(), right.shape().least(), joints.all(), joining.form()),
        form -> joined(form, joining));
    return joined.map(j -> {
      int number = parts++;
      vectors.replace(left.number(), right.number(), number, joints::shown);
      return new Part(number, new Shape.Pair(left.shape(), right.shape(), j), joining.face(), fields);
    });
  }

  private Optional<Joined> joined(Form form, Marking.Joining joining) {
    var joiner = new Joiner(form.left(), form.right(), marking.kinds(), form.joints(), joining, bounds);
    Lts whole = joiner.explore();
    if (whole == null) {
      wasted += joiner.pairs().size();
      if (wasted > bounds.states()) {
        throw new OutOfReach("too much was looked at in vain");
      }
      return Optional.empty();
    }
    Minimization.Minimized least = least(whole);
    return Optional.of(new Joined(form.joints(), whole, joiner.pairs().lefts(), joiner.pairs().rights(), least.lts(),
        least.state()));
  }

  long states() {
    return states;
  }

  long transitions() {
    return transitions;
  }
}
