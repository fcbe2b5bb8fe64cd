package org.graphline.checker.composition;

import java.util.List;
import java.util.Set;
import org.graphline.checker.product.Offer;
import org.graphline.model.semantics.Label;

/// What is looked at for a property: the kinds of steps it tells apart, and the marks of states. States with different
/// marks are never made one.
///
/// A mark is a number; what it means may depend on the part, but parts that are alike but for the names of what they
/// consist of have the same marks. Negative marks end a run: nothing is looked for beyond.
interface Marking {
  /// A step that nobody looks at.
  int HIDDEN = 0;
  /// No step: a loop at states of interest in which nothing else is possible.
  int PROBE = 1;
  /// No step: a loop at states where a step is owed that runs looked for do not take.
  int OWED = 2;
  /// The environment may do it or not; only where that matters.
  int FREE = 3;
  /// The kinds from here on are events of the property.
  int EVENTS = 4;

  /// Error states: nothing happens in them (rule R1).
  int FAULTY = -1;
  /// States that show that the property does not hold.
  int BAD = -2;

  /// Returns how many kinds of steps there are.
  int kinds();

  /// Returns the kind of a step with this label, one of those of the offer.
  int kind(Offer offer, Label label);

  /// Reports whether steps with this label, one of those of the offer, are owed and never taken by the runs looked for:
  /// then there is a loop [#OWED] where they are possible.
  boolean isOwed(Offer offer, Label label);

  /// Reports whether steps of this kind are steps at all.
  static boolean isStep(int kind) {
    return kind != PROBE && kind != OWED;
  }

  /// Returns what is added to the steps: loops of the kind [#PROBE].
  List<Synchronization> probes();

  /// Reports whether it matters that a part may go on for ever by itself.
  boolean seesDivergence();

  /// Returns the face of a field.
  ///
  /// @param movable the instances that may move together with other fields
  Face face(int field, Set<Integer> movable);

  /// Returns the mark of a value of a field.
  ///
  /// @param moves whether the field can change by itself
  int mark(Face face, int field, int value, boolean moves);

  /// Returns how marks of two parts are joined.
  ///
  /// @param movable the instances that may move together with other parts than these
  /// @param inside  the fields of both
  Joining join(Face left, Face right, Set<Integer> movable, Set<Integer> inside);

  /// How the marks of two parts make the mark of both.
  interface Joining {
    /// Returns the face of both.
    Face face();

    /// Returns the mark of both.
    ///
    /// @param moved who is moved by a step of both: a bit for each of the instances `movable` on the left, then on the
    ///              right
    int mark(int left, int right, long moved);

    /// Returns all that it depends on, but for the names of what the parts consist of.
    List<Object> form();
  }
}
