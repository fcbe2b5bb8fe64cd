package org.graphline.checker.refinement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.graphline.checker.engine.Contributors;
import org.graphline.checker.engine.LabelNotes;
import org.graphline.checker.engine.ProductView;
import org.graphline.checker.engine.StepGraph;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.Stepper;
import org.graphline.checker.product.Product;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.space.NumberedWords;
import org.graphline.checker.verdict.Reason;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step;

/// Packed states of a product. What a label shows is worked out once; what ends are to be seen, once for all
/// states that agree on what that depends on.
final class ProductStates implements States {
  private static final BitSet NO_ENDS = new BitSet();

  private final ProductView view;
  private final Outside outside;
  private final Alphabet alphabet;
  private final Newcomers newcomers;
  private final NumberedWords store;
  private final LabelNotes notes;
  private final Label[] labels;
  private final Stepper stepper;
  private final Stepper ahead;
  private final Packing packing;
  private final Kind[] kinds;
  private final boolean[][] faulty;
  private final EndFields endFields;
  private final Map<Long, BitSet> ends = new HashMap<>();
  private final long[] words;

  ProductStates(Side.OfProduct side, Alphabet alphabet, Newcomers newcomers, MemoryBudget budget) {
    this.view = side.view();
    this.outside = new Outside(side.semantics());
    this.alphabet = alphabet;
    this.newcomers = newcomers;
    this.words = new long[view.space().words()];
    this.store = new NumberedWords(words.length, budget);
    this.notes = new LabelNotes(view.offers(),
        label -> outside.event(label).map(alphabet::number).orElse(Alphabet.INTERNAL));
    this.labels = view.labels();
    this.kinds = IntStream.range(0, labels.length).mapToObj(this::kind).toArray(Kind[]::new);
    this.stepper = view.space().stepper(true);
    this.ahead = view.space().stepper(true);
    this.packing = view.space().packing();
    this.faulty = faulty(view.product());
    this.endFields = EndFields.of(side.semantics().network(), view.product().fields());
  }

  private static boolean[][] faulty(Product product) {
    var all = new boolean[product.instances()][];
    for (int i = 0; i < all.length; i++) {
      var local = new boolean[product.standings().get(i).size()];
      for (int value = 0; value < local.length; value++) {
        local[value] = product.standings().get(i).get(value).isFaulty();
      }
      all[i] = IntStream.range(0, local.length).anyMatch(v -> local[v]) ? local : null;
    }
    return all;
  }

  @Override
  public void begin() {
    view.space().initial(words);
    add(words, 0);
  }

  private int add(long[] states, int at) {
    int added = store.add(states, at);
    if (added >= 0) {
      newcomers.add(isFaulty(states, at));
    }
    return added >= 0 ? added : ~added;
  }

  private boolean isFaulty(long[] states, int at) {
    for (int i = 0; i < faulty.length; i++) {
      if (faulty[i] != null && faulty[i][packing.value(states, at, i)]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Seen explore(int id, StepGraph graph) {
    store.read(id, words);
    int count = stepper.steps(words, 0);
    notes.arrange(stepper, count, words.length);
    Optional<BitSet> accepted = accepted(count);
    notes.addAll(graph, id, stepper.labels, count, i -> add(stepper.targets, i * words.length));
    return new Seen(ends(), accepted);
  }

  /// What a step with some label says about the state that it starts from.
  private enum Kind {
    /// It is not stable.
    HAPPENS,
    /// It accepts the event.
    SHOWS,
    /// It accepts what follows.
    ARRIVES
  }

  private Kind kind(int label) {
    if (Outside.isArrival(labels[label])) {
      return Kind.ARRIVES;
    }
    return notes.classOf(label) == Alphabet.INTERNAL || outside.hasArrivedFor(labels[label]) ? Kind.HAPPENS
        : Kind.SHOWS;
  }

  /// What the state whose steps are at hand accepts, as [Outside#accepted] has it.
  private Optional<BitSet> accepted(int count) {
    for (int i = 0; i < count; i++) {
      if (kinds[stepper.labels[i]] == Kind.HAPPENS) {
        return Optional.empty();
      }
    }
    var accepted = new BitSet();
    for (int i = 0; i < count; i++) {
      int label = stepper.labels[i];
      if (kinds[label] == Kind.SHOWS) {
        accepted.set(notes.classOf(label));
      } else {
        int next = ahead.steps(stepper.targets, i * words.length);
        Arrays.stream(ahead.labels, 0, next).filter(l -> Outside.follows(labels[label], labels[l]))
            .map(notes::classOf).forEach(accepted::set);
      }
    }
    return Optional.of(accepted);
  }

  private BitSet ends() {
    if (endFields.isEmpty()) {
      return NO_ENDS;
    }
    if (!endFields.haveKey()) {
      return alphabet.numbers(outside.ends(view.state(words)));
    }
    return ends.computeIfAbsent(endFields.key(packing, words), _ ->
            alphabet.numbers(outside.ends(view.state(words))));
  }

  @Override
  public List<Step> opening() {
    return view.opening();
  }

  @Override
  public List<Step> steps(int state, int transition, StepGraph graph) {
    return view.steps(read(state), read(graph.target(transition)), l -> notes.isAt(graph, transition, l),
        s -> notes.isAt(graph, transition, s));
  }

  private long[] read(int id) {
    long[] state = new long[words.length];
    store.read(id, state);
    return state;
  }

  @Override
  public int size() {
    return store.size();
  }

  @Override
  public double bytesPerState() {
    return store.bytesPerState();
  }

  @Override
  public List<Reason.Contributor> contributors() {
    return Contributors.among(view.whole());
  }
}
