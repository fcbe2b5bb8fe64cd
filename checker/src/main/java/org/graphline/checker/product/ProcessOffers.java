package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphline.checker.local.LocalState;
import org.graphline.checker.local.Stance;
import org.graphline.checker.local.Takings;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;
import org.graphline.model.term.Graph;

/// The offers that begin with a thread in a local state: the rules of docs/semantics.md, as `StepRules` of the
/// model has them, over fields.
final class ProcessOffers {
  private static final End NOBODY = new End(-1, -1);

  private final Assembly assembly;
  private final Rules rules;
  private final Takers takers;
  private final CallOffers calls;
  private final Posts posts;
  /// What has been handed over by local states of [#giver], by the number of the letter and the writer's element.
  private final Map<Long, List<HandOver>> handOvers = new HashMap<>();
  private int giver = -1;

  ProcessOffers(Assembly assembly, Rules rules, Takers takers) {
    this.assembly = assembly;
    this.rules = rules;
    this.takers = takers;
    this.posts = new Posts(assembly, rules);
    this.calls = new CallOffers(assembly, rules, takers);
  }

  /// Returns what is offered in a local state of an instance.
  List<Offer> of(int instance, int number) {
    var offers = new ArrayList<Offer>();
    LocalState own = assembly.state(instance, number);
    var here = new Here(instance, number, own);
    for (Stance stance : own.stances()) {
      switch (stance) {
        case Stance.Send send -> send(here, send, offers);
        case Stance.Receive receive -> receive(here, receive, offers);
        case Stance.Select select -> select(here, select, offers);
        case Stance.Call call -> calls.call(here, call, offers);
        case Stance.AwaitReply await -> calls.awaitReply(here, await, offers);
        case Stance.Accept accept -> calls.accept(here, accept, offers);
        case Stance.Reply reply -> calls.reply(here, reply, offers);
        case Stance.Choose choose -> choose(here, choose, offers);
        case Stance.Draw draw -> draw(here, draw, offers);
        case Stance.MayFail mayFail -> mayFail(here, mayFail, offers);
        case Stance.Wait(_, int next) -> step(here, next).offer(offers, new Label.TimesOut(instance));
        case Stance.Mark(_, var name, int next) -> step(here, next).offer(offers, new Label.Mark(instance, name));
        case Stance.Sync _, Stance.Idle _ -> { }
      }
    }
    return offers;
  }

  /// Where a rule begins.
  record Here(int instance, int number, LocalState own) {

    End end(int element) {
      return new End(instance, element);
    }

    boolean isOpen(int element) {
      return own.open().get(element);
    }
  }

  private Draft step(Here here, int next) {
    return new Draft(assembly).moves(here.instance(), here.number(), next);
  }

  // Rules SEND, HAND-OVER, POST, REFUSED, ARRIVES.
  private void send(Here here, Stance.Send send, List<Offer> offers) {
    End end = here.end(send.element());
    Line line = assembly.line(end);
    Condition refused = here.isOpen(send.element()) ? rules.isRefused(line) : Condition.TRUE;
    if (send.onRefused() >= 0) {
      step(here, send.onRefused()).when(refused).offer(offers, new Label.Refused(end));
    }
    if (refused.isTrue()) {
      return;
    }
    if (line.isRendezvous() && line.watched() && send.arrived().isPresent()) {
      step(here, send.arrived().getAsInt()).when(refused.negated()).offer(offers, new Label.Arrives(end));
    } else if (line.isRendezvous()) {
      handOver(here, send, line, end, offers);
    } else {
      posts.to(line, Optional.of(end), send.letter(),
          () -> step(here, send.next()).when(refused.negated()), offers);
    }
  }

  private void handOver(Here here, Stance.Send send, Line line, End writer, List<Offer> offers) {
    if (giver != here.instance()) {
      giver = here.instance();
      handOvers.clear();
    }
    long what = (long) send.element() << Integer.SIZE | send.letter();
    List<Update> own = assembly.clears(here.instance(), here.number(), send.next());
    for (HandOver to : handOvers.computeIfAbsent(what, _ -> handOvers(line, writer, send.letter()))) {
      if (to.reader().instance() != here.instance()) {
        for (RepeatedStep each : to.repeated()) {
          offers.add(each.offer(here.instance(), send.next(), own));
        }
      } else if (here.isOpen(to.reader().element())) {
        takers.own(here, send.thread(), send.element(), to.reader().element(), 0).forEach(
            o -> step(here, o.next()).when(o.allowed()).offer(offers, to.labels()));
      }
    }
  }

  /// A letter handed over to a reader, or to the environment, and what is offered then by all local states alike
  /// that are not the reader's own.
  private record HandOver(End reader, List<Label> labels, List<RepeatedStep> repeated) {}

  private List<HandOver> handOvers(Line line, End writer, int letter) {
    var value = assembly.value(line.type(), letter);
    var all = new ArrayList<HandOver>();
    if (line.isOutTray()) {
      List<Label> labels =
          List.of(new Label.HandOver(line.id(), Optional.of(writer), Optional.empty(), value));
      all.add(new HandOver(NOBODY, labels, given(writer).repeated(labels).stream().toList()));
    }
    for (End reader : line.readers()) {
      List<Label> labels =
          List.of(new Label.HandOver(line.id(), Optional.of(writer), Optional.of(reader), value));
      List<RepeatedStep> repeated = reader.instance() == writer.instance() ? List.of()
          : takers.at(reader).stream().flatMap(g -> given(writer)
              .moves(reader.instance(), g.after(assembly, 0, letter)).when(g.allowed()).repeated(labels).stream())
              .toList();
      all.add(new HandOver(reader, labels, repeated));
    }
    return all;
  }

  private Draft given(End writer) {
    return new Draft(assembly).moved(writer.instance());
  }

  // Rules RECEIVE, COLLECT, END, OFFER.
  private void receive(Here here, Stance.Receive receive, List<Offer> offers) {
    End end = here.end(receive.element());
    Condition ended = rules.hasEnded(end, here.own());
    step(here, receive.onEnd()).when(ended).offer(offers, new Label.EndSeen(here.instance(), Optional.of(end)));
    take(here, receive.element(), receive.next(), List.of(), offers);
  }

  /// What the line itself or the environment gives to a reader.
  private void take(Here here, int element, Takings next, List<Condition> allowed, List<Offer> offers) {
    if (!here.isOpen(element)) {
      return;
    }
    Line line = assembly.line(here.end(element));
    if (!line.isRendezvous()) {
      collect(here, line, here.end(element), next, allowed, offers);
    } else if (line.isInTray()) {
      int tray = assembly.trayField(line.id());
      Table without = assembly.table(tray, f -> f & ~2);
      for (int letter : assembly.spaces.onLine(line.id())) {
        step(here, next.after(0, letter)).when(rules.isTrayOffering(line)).when(allowed)
            .fairness(Fairness.FREE).update(new Update.Map(tray, without))
            .offer(offers, new Label.HandOver(line.id(), Optional.empty(), Optional.of(here.end(element)),
                assembly.value(line.type(), letter)));
      }
    }
  }

  private void collect(Here here, Line line, End reader, Takings next, List<Condition> allowed, List<Offer> offers) {
    QueueTables queue = assembly.queue(line.id());
    List<Integer> alphabet = queue.alphabet();
    if (alphabet.isEmpty()) {
      return;
    }
    int field = assembly.queueField(line.id());
    int[] after = alphabet.stream().mapToInt(l -> next.after(0, l)).toArray();
    var changes = new ArrayList<int[]>();
    var labels = new ArrayList<Label>();
    for (int i = 0; i < after.length; i++) {
      if (after[i] >= 0) {
        changes.add(new int[] {here.number(), after[i]});
      }
      labels.add(new Label.Collect(line.id(), Optional.of(reader), assembly.value(line.type(), alphabet.get(i))));
    }
    Table head = queue.head();
    Atom comes = changes.size() == after.length ? rules.hasLetters(line)
        : assembly.atom(field, c -> head.at(c) >= 0 && after[head.at(c)] >= 0);
    new Draft(assembly).when(comes).when(allowed).moved(here.instance())
        .update(new Update.Via(here.instance(), field, assembly.shared(queue.head()),
            assembly.shared(new Table(after))))
        .update(new Update.Map(field, assembly.shared(queue.without())))
        .clears(assembly.clears(here.instance(), changes)).offer(offers, labels);
  }

  // Rule SELECT: each switched-on case that priority allows; home if all are finished.
  private void select(Here here, Stance.Select select, List<Offer> offers) {
    for (Stance.Case choice : select.cases()) {
      List<Condition> allowed = rules.isAllowed(here.instance(), here.own(), select, choice.index());
      if (allowed.stream().noneMatch(Condition::isFalse)) {
        option(here, choice.option(), allowed, offers);
      }
    }
    step(here, select.onEnd()).when(rules.hasNothingLeft(here.instance(), here.own(), select))
        .offer(offers, new Label.EndSeen(here.instance(), Optional.empty()));
  }

  private void option(Here here, Stance.Option option, List<Condition> allowed, List<Offer> offers) {
    switch (option) {
      case Stance.Option.Receive(int element, var next) -> take(here, element, next, allowed, offers);
      case Stance.Option.Accept(int element, var next) ->
          calls.acceptFromEnvironment(here, element, next, allowed, offers);
      case Stance.Option.End(int element, boolean noted, int next) ->
          step(here, next).when(rules.fires(here.end(element), here.own(), noted)).when(allowed)
              .offer(offers, new Label.EndSeen(here.instance(), Optional.of(here.end(element))));
      case Stance.Option.After(int next) -> step(here, next).when(allowed)
          .offer(offers, new Label.TimesOut(here.instance()));
      case Stance.Option.Otherwise(int next) -> step(here, next).when(allowed)
          .offer(offers, new Label.Otherwise(here.instance()));
      case Stance.Option.Unheard(int first, int size, int next) ->
          step(here, next).when(rules.isUnheard(here.instance(), first, size)).when(allowed)
              .offer(offers, new Label.Unheard(here.instance()));
      case Stance.Option.Sync _ -> { }
    }
  }

  // Rule CHOICE.
  private void choose(Here here, Stance.Choose choose, List<Offer> offers) {
    for (int i = 0; i < choose.nexts().size(); i++) {
      Draft draft = step(here, choose.nexts().get(i));
      if (!choose.fair()) {
        draft.outcomeOf(assembly.group(here.instance(), choose.thread()));
      }
      draft.offer(offers, new Label.Choice(here.instance(), i));
    }
  }

  // Rule RESULT (R25).
  private void draw(Here here, Stance.Draw draw, List<Offer> offers) {
    for (int i = 0; i < draw.nexts().size(); i++) {
      Draft draft = step(here, draw.nexts().get(i));
      if (!draw.node().fair()) {
        draft.outcomeOf(assembly.group(here.instance(), draw.thread()));
      }
      draft.offer(offers, new Label.Result(here.instance(), draw.node().source(),
          assembly.value(draw.type(), draw.values().get(i))));
    }
  }

  private void mayFail(Here here, Stance.MayFail mayFail, List<Offer> offers) {
    int group = assembly.group(here.instance(), mayFail.thread());
    step(here, mayFail.next()).outcomeOf(group)
        .offer(offers, new Label.MayFail(here.instance(), mayFail.source(), false));
    step(here, mayFail.failed()).outcomeOf(group)
        .offer(offers, new Label.MayFail(here.instance(), mayFail.source(), true));
  }
}
