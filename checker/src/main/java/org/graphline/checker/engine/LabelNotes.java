package org.graphline.checker.engine;

import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.product.Offer;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Step.Fairness;

/// What is to be kept of each label of a product, by its number: its fairness, group and class.
public final class LabelNotes {
  private final Fairness[] fairness;
  private final boolean[] counted;
  private final int[] eventClass;
  private final ToIntFunction<Label> classes;
  private final int[] group;
  private final boolean demonic;

  /// @param offers  for each number the offer whose label it is
  /// @param classes the class of a label
  public LabelNotes(Offer[] offers, ToIntFunction<Label> classes) {
    this.classes = classes;
    fairness = new Fairness[offers.length];
    group = new int[offers.length];
    counted = new boolean[offers.length];
    eventClass = new int[offers.length];
    boolean any = false;
    for (int i = 0; i < offers.length; i++) {
      Offer offer = offers[i];
      fairness[i] = offer.fairness();
      group[i] = offer.group();
      counted[i] = offer.isCounted();
      eventClass[i] = classes.applyAsInt(offer.labels().get(i - offer.number()));
      any |= offer.fairness() == Fairness.DEMONIC;
    }
    demonic = any;
  }

  /// Reports whether two steps from one state are outcomes of one demonic choice.
  private boolean isSameChoice(int one, int other) {
    return fairness[one] == Fairness.DEMONIC && fairness[other] == Fairness.DEMONIC
        && group[one] == group[other];
  }

  /// Reports whether a label counts in the length of a story.
  boolean isCounted(int label) {
    return counted[label];
  }

  /// Returns the class of a label.
  public int classOf(int label) {
    return eventClass[label];
  }

  /// Adds the transitions of a state, outcomes of a choice side by side.
  public void addAll(StepGraph graph, int state, int[] labels, int count, IntUnaryOperator target) {
    graph.open(state);
    for (int i = 0; i < count; i++) {
      int label = labels[i];
      graph.add(target.applyAsInt(i), fairness[label], i > 0 && isSameChoice(label, labels[i - 1]),
          i == count - 1,
          counted[label], eventClass[label]);
    }
    if (count == 0) {
      graph.isEnd(state);
    }
  }

  /// Reports whether a stored transition may be one with this label.
  public boolean isAt(StepGraph graph, int transition, int label) {
    return eventClass[label] == graph.classOf(transition) && fairness[label] == graph.fairness(transition)
        && counted[label] == graph.isCounted(transition);
  }

  /// Reports whether a stored transition may be this step.
  public boolean isAt(StepGraph graph, int transition, Step step) {
    return classes.applyAsInt(step.label()) == graph.classOf(transition)
        && step.fairness() == graph.fairness(transition)
        && step.label().isCounted() == graph.isCounted(transition);
  }

  /// Puts the outcomes of a demonic choice side by side; nearly always they are.
  public void arrange(Stepper stepper, int count, int words) {
    if (!demonic) {
      return;
    }
    for (int i = 1; i < count; i++) {
      for (int j = i; j > 0 && key(stepper.labels[j - 1]) > key(stepper.labels[j]); j--) {
        swap(stepper, j - 1, j, words);
      }
    }
  }

  private static void swap(Stepper stepper, int one, int other, int words) {
    int label = stepper.labels[other];
    stepper.labels[other] = stepper.labels[one];
    stepper.labels[one] = label;
    for (int w = 0; w < words; w++) {
      long word = stepper.targets[other * words + w];
      stepper.targets[other * words + w] = stepper.targets[one * words + w];
      stepper.targets[one * words + w] = word;
    }
  }

  /// Returns what steps of one state are to be sorted by.
  int key(int label) {
    return fairness[label] == Fairness.DEMONIC ? group[label] : Integer.MIN_VALUE;
  }
}
