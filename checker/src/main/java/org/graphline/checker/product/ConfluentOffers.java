package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.graphline.checker.local.LocalSpace;
import org.graphline.checker.local.LocalState;
import org.graphline.checker.local.Stance;
import org.graphline.checker.space.Endings;
import org.graphline.checker.space.Joins;
import org.graphline.model.automaton.Node;
import org.graphline.model.automaton.ProcessAutomaton;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;

/// The offers whose steps are confluent: whatever else happens first, the step stays possible, and both orders lead to the
/// same state (Groote, van de Pol: "State space reduction using partial tau-confluence", MFCS 2000).
///
/// Candidates are steps of plain statements, not of a `select`, that nobody else can take part in or take away: a hand-over
/// on a line of one writer and one reader, the environment that takes an output, a letter collected by the only reader of a
/// line that drops none, a call of the only client, a reply, a `mark`, all at a barrier; and the steps that lead on when
/// somebody has left for good: the end of a line, a refusal, a reply dropped, a `select` with every case finished. None is
/// on a line that a `select priority` watches. Not confluent is a step
///
/// - one of whose components has another branch of a `par` alive that could end the component, or whose local code ends
///   the component while another branch is alive;
/// - that ends a branch of a `par` while another one is alive, if what follows the `par` closes something, may fail or
///   ends the component: it would do that if it came last, and would not be confluent then;
/// - after which the component closes something that matters to what others can do now: letters on a line that holds
///   letters would be dropped, or a `select priority` could see it;
/// - that brings a component to a barrier while some `select priority` could see that;
/// - into an error state, where exploration ends.
public final class ConfluentOffers {
  private final Assembly assembly;
  private final Network network;
  private final Rules rules;
  private final Product product;
  private final Trimming trimming;
  private final boolean anyPriority;
  private final Map<LocalSpace, boolean[]> endings = new IdentityHashMap<>();
  private final Map<LocalSpace, Joins> joins = new IdentityHashMap<>();

  /// @param product  all offers, before trimming
  /// @param trimming what is done to the offers then
  ConfluentOffers(Assembly assembly, Rules rules, Product product, Trimming trimming) {
    this.assembly = assembly;
    this.network = assembly.network;
    this.rules = rules;
    this.product = product;
    this.trimming = trimming;
    this.anyPriority = network.instances().stream().anyMatch(i -> assembly.spaces.space(i.id()).automaton().nodes()
        .stream().anyMatch(n -> n instanceof Node.Select select && select.priority()));
  }

  /// Returns the product with nothing but the confluent offers that are not `seen`.
  public Product without(Predicate<Offer> seen) {
    var leads = new ArrayList<Lead>();
    for (Lead lead : product.leads()) {
      var offers = new ArrayList<List<Offer>>();
      for (int value = 0; value < lead.offers().size(); value++) {
        int local = value;
        offers.add(lead.offers().get(value).stream().filter(o -> !seen.test(o))
            .flatMap(o -> confluent(lead.field(), local, o).stream()).toList());
      }
      leads.add(new Lead(lead.field(), offers));
    }
    return trimming.of(new Product(product.instances(), product.fields(), product.initial(), leads,
        product.standings(), Optional.empty(), false, product.labels()));
  }

  /// The offer with a guard under which it is confluent, if there is one.
  private Optional<Offer> confluent(int lead, int local, Offer offer) {
    var guard = new Guard(offer);
    boolean possible = switch (offer.labels().getFirst()) {
      case Label.HandOver(int id, var writer, var reader, _) -> isHandOver(network.lines().get(id), writer, reader)
          && gives(guard, lead, local, writer.get().element())
          && reader.map(r -> takes(guard, r)).orElse(true);
      case Label.Collect(int id, var reader, _) -> isCollect(network.lines().get(id)) && reader.isPresent()
          && waitsPlainly(lead, local, reader.get().element()) && commutes(guard, lead, local);
      case Label.Called(int id, _) -> isCall(network.connections().get(id))
          && gives(guard, lead, local, network.connections().get(id).client().get().element())
          && takes(guard, network.connections().get(id).server().get());
      case Label.Replied(int id, _) -> isInside(network.connections().get(id))
          && gives(guard, lead, local, network.connections().get(id).server().get().element())
          && takes(guard, network.connections().get(id).client().get());
      case Label.EndSeen(_, var end) -> (end.isPresent() ? waitsPlainly(lead, local, end.get().element())
          : hasNoOtherWay(lead, local)) && commutes(guard, lead, local);
      case Label.Refused(End end) -> !isWatched(end) && commutes(guard, lead, local);
      case Label.Mark _, Label.ReplyDropped _ -> commutes(guard, lead, local);
      case Label.Sync(int id, _) -> !anyPriority && syncs(guard, network.barriers().get(id));
      case Label.Post _, Label.Unheard _, Label.Choice _, Label.Result _, Label.MayFail _, Label.TimesOut _,
          Label.Otherwise _, Label.ClosesTray _, Label.ClosesConnection _, Label.Arrives _, Label.ArrivesAtTray _,
          Label.ArrivesAtConnection _, Label.ClosingTime _ -> false;
    };
    return possible ? Optional.of(guard.strengthened()) : Optional.empty();
  }

  /// An offer and what must be true besides.
  private static final class Guard {
    private final Offer offer;
    private final List<Clause> clauses;

    Guard(Offer offer) {
      this.offer = offer;
      this.clauses = new ArrayList<>(offer.guard());
    }

    Offer strengthened() {
      return new Offer(offer.labels(), offer.number(), offer.moves(), offer.fairness(), offer.group(),
          offer.isTimer(), clauses.stream().distinct().toList(), offer.updates());
    }
  }

  private boolean isHandOver(Line line, Optional<End> writer, Optional<End> reader) {
    boolean outside = reader.isEmpty() && line.readers().isEmpty();
    boolean inside = writer.isPresent() && reader.isPresent() && line.exposure().isEmpty()
        && writer.get().instance() != reader.get().instance() && line.readers().size() == 1;
    return writer.isPresent() && (inside || outside) && line.writers().size() == 1 && !line.watched();
  }

  private static boolean isCollect(Line line) {
    return line.readers().size() + (line.isOutTray() ? 1 : 0) == 1 && line.overflow() == Graph.Overflow.WAIT
        && !line.watched();
  }

  private boolean isCall(Connection connection) {
    return isInside(connection) && !connection.watched()
        && network.connections().stream().filter(c -> c.server().equals(connection.server())).count() == 1;
  }

  private static boolean isInside(Connection connection) {
    return connection.client().isPresent() && connection.server().isPresent()
        && connection.client().get().instance() != connection.server().get().instance();
  }

  private boolean isWatched(End end) {
    return switch (assembly.direction(end)) {
      case OUT, IN -> assembly.line(end).watched();
      case CLIENT -> assembly.connection(end).watched();
      case SERVER, BARRIER -> false;
    };
  }

  /// The leading instance is the giver, with no other thread at the same end.
  private boolean gives(Guard guard, int instance, int local, int element) {
    long there = assembly.state(instance, local).stances().stream().filter(s -> isAt(s, element)).count();
    return there == 1 && commutes(guard, instance, local);
  }

  private static boolean isAt(Stance stance, int element) {
    return switch (stance) {
      case Stance.Send send -> send.element() == element;
      case Stance.Call call -> call.element() == element;
      case Stance.Reply reply -> reply.element() == element;
      case Stance.Receive receive -> receive.element() == element;
      case Stance.AwaitReply await -> await.element() == element;
      case Stance.Accept accept -> accept.element() == element;
      case Stance.Sync sync -> sync.element() == element;
      case Stance.Select select -> select.cases().stream().anyMatch(c -> switch (c.option()) {
        case Stance.Option.Receive receive -> receive.element() == element;
        case Stance.Option.Accept accept -> accept.element() == element;
        case Stance.Option.Sync sync -> sync.element() == element;
        case Stance.Option.End _, Stance.Option.After _, Stance.Option.Otherwise _, Stance.Option.Unheard _ -> false;
      });
      case Stance.Choose _, Stance.Draw _, Stance.MayFail _, Stance.Wait _, Stance.Mark _, Stance.Idle _ -> false;
    };
  }

  private boolean waitsPlainly(int instance, int local, int element) {
    return isPlain(assembly.state(instance, local), element);
  }

  /// One thread is at the end, and not in a `select`.
  private static boolean isPlain(LocalState state, int element) {
    List<Stance> there = state.stances().stream().filter(s -> isAt(s, element)).toList();
    return there.size() == 1 && !(there.getFirst() instanceof Stance.Select);
  }

  /// A `select` all of whose cases are finished, and that has no other way home.
  private boolean hasNoOtherWay(int instance, int local) {
    ProcessAutomaton automaton = assembly.spaces.space(instance).automaton();
    LocalState state = assembly.state(instance, local);
    return state.stances().stream().filter(s -> s instanceof Stance.Select).allMatch(
        s -> automaton.nodes().get(node(state, s.thread())) instanceof Node.Select select
            && select.cases().stream().noneMatch(c -> c.choice() instanceof Node.Choice.Unheard));
  }

  private static int node(LocalState state, int thread) {
    return state.frame()[thread] >> 2;
  }

  /// The taker is restricted to local states where it waits plainly and its step commutes.
  private boolean takes(Guard guard, End taker) {
    Table change = change(guard, taker.instance());
    return restrict(guard, taker.instance(), taker.element(), change, false);
  }

  private static Table change(Guard guard, int instance) {
    return guard.offer.updates().stream()
        .filter(u -> u instanceof Update.Map && u.field() == instance).map(u -> ((Update.Map) u).table()).findFirst()
        .orElseThrow(() -> new AssertionError("nobody takes in " + guard.offer));
  }

  /// @param orClosed whether a local state that has closed the end will do
  private boolean restrict(Guard guard, int instance, int element, Table change, boolean orClosed) {
    if (anyPriority && hasBarrier(instance)) {
      return false;
    }
    var fits = new BitSet();
    for (int t = 0; t < change.size(); t++) {
      LocalState state = assembly.state(instance, t);
      boolean closed = orClosed && !state.open().get(element);
      fits.set(t, closed || change.at(t) >= 0 && isPlain(state, element)
          && isQuiet(instance, t, change.at(t), threadAt(state, element)) && !closes(instance, t, change.at(t)));
    }
    if (fits.isEmpty()) {
      return false;
    }
    guard.clauses.add(Clause.of(assembly.atom(instance, fits::get)));
    return true;
  }

  private static int threadAt(LocalState state, int element) {
    return state.stances().stream().filter(s -> isAt(s, element)).findFirst().orElseThrow().thread();
  }

  private boolean syncs(Guard guard, BarrierLine barrier) {
    for (End member : barrier.members()) {
      if (!restrict(guard, member.instance(), member.element(), change(guard, member.instance()), true)) {
        return false;
      }
    }
    return true;
  }

  /// The step of the leading instance commutes, under conditions that are added to the guard.
  private boolean commutes(Guard guard, int instance, int local) {
    if (anyPriority && hasBarrier(instance)) {
      return false;
    }
    for (Update update : guard.offer.updates()) {
      if (update.field() == instance) {
        switch (update) {
          case Update.Set(_, int next) -> {
            if (!commutes(guard, instance, local, next)) {
              return false;
            }
          }
          case Update.Via(_, _, _, var nexts) -> {
            for (int letter = 0; letter < nexts.size(); letter++) {
              if (nexts.at(letter) >= 0 && !commutes(guard, instance, local, nexts.at(letter))) {
                return false;
              }
            }
          }
          case Update.Map _, Update.Clear _ -> throw new AssertionError("a lead that maps itself: " + guard.offer);
        }
      }
    }
    return true;
  }

  private boolean commutes(Guard guard, int instance, int from, int to) {
    if (!isQuiet(instance, from, to, -1)) {
      return false;
    }
    return !closes(instance, from, to) || !anyPriority && closesQuietly(guard, instance);
  }

  /// No error, and no other thread alive that could end the component or would be ended.
  ///
  /// @param thread the thread that moves; -1 where any of those that wait may
  private boolean isQuiet(int instance, int from, int to, int thread) {
    if (assembly.state(instance, to).isFaulty()) {
      return false;
    }
    LocalSpace space = assembly.spaces.space(instance);
    if (space.automaton().threads() == 1) {
      return true;
    }
    LocalState state = assembly.state(instance, from);
    int[] after = assembly.state(instance, to).frame();
    if (joins.computeIfAbsent(space, s -> new Joins(s.automaton())).isRace(t -> state.frame()[t], t -> after[t])) {
      return false;
    }
    List<Stance> others = state.stances().stream().filter(s -> s.thread() != thread).toList();
    int left = thread < 0 ? 1 : 0;
    boolean[] ends = endings.computeIfAbsent(space, s -> Endings.of(s.automaton()));
    boolean alive = others.size() > left;
    return !alive || !assembly.state(instance, to).isGone()
        && others.stream().noneMatch(s -> ends[node(state, s.thread())]);
  }

  private boolean hasBarrier(int instance) {
    return network.instances().get(instance).behavior().elements().stream()
        .anyMatch(e -> e.port().direction() == Port.Direction.BARRIER);
  }

  private boolean closes(int instance, int from, int to) {
    return !assembly.state(instance, from).open().equals(assembly.state(instance, to).open())
        || assembly.state(instance, to).isGone();
  }

  /// No line that holds letters, and has or may get some, loses its last reader: adds to the guard that all are empty and
  /// all who write there are gone.
  private boolean closesQuietly(Guard guard, int instance) {
    int elements = network.instances().get(instance).behavior().elements().size();
    for (int element = 0; element < elements; element++) {
      var end = new End(instance, element);
      if (assembly.direction(end) == Port.Direction.IN && !assembly.line(end).isRendezvous()) {
        Line line = assembly.line(end);
        if (line.isInTray()) {
          return false;
        }
        guard.clauses.add(Clause.of(rules.hasLetters(line).negated()));
        line.writers().stream().filter(w -> w.instance() != instance)
            .forEach(w -> guard.clauses.add(Clause.of(assembly.isLive(w.instance()).negated())));
      }
    }
    return true;
  }
}
