package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.graphline.checker.local.LocalSpace;
import org.graphline.checker.local.LocalState;
import org.graphline.checker.local.Unsupported;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Step.Fairness;

/// The offers that no single thread begins, as `SharedRules` of the model has them: what the environment does with
/// trays, barriers, closing time.
final class SharedOffers {
  private final Assembly assembly;
  private final Rules rules;

  SharedOffers(Assembly assembly, Rules rules) {
    this.assembly = assembly;
    this.rules = rules;
  }

  /// Returns the leads of everything but processes.
  List<Lead> leads() throws Unsupported {
    var leads = new ArrayList<Lead>();
    var others = new ArrayList<Offer>();
    for (BarrierLine barrier : assembly.network.barriers()) {
      barrier(barrier, others);
    }
    for (Line line : assembly.network.lines()) {
      if (line.isInTray()) {
        leads.add(inTray(line));
      } else if (line.isOutTray() && !line.isRendezvous()) {
        outTray(line, others);
      }
    }
    for (Connection connection : assembly.network.connections()) {
      if (connection.client().isEmpty()) {
        leads.add(connection(connection));
      }
    }
    if (!others.isEmpty()) {
      leads.add(new Lead(-1, List.of(others)));
    }
    return leads;
  }

  // Rule R12: the environment may post, arrive and close; it collects.
  Lead inTray(Line line) {
    int field = assembly.trayField(line.id());
    var all = new ArrayList<List<Offer>>();
    for (int flags = 0; flags < 4; flags++) {
      var offers = new ArrayList<Offer>();
      if ((flags & 1) == 0) {
        free().update(new Update.Set(field, 1)).offer(offers, new Label.ClosesTray(line.id()));
        Condition refused = rules.isRefused(line);
        if (!line.isRendezvous()) {
          for (int letter : assembly.queue(line.id()).alphabet()) {
            new Posts(assembly, rules).to(line, Optional.empty(), letter, () -> free().when(refused.negated()),
                offers);
          }
        } else if (line.watched() && (flags & 2) == 0) {
          free().when(refused.negated()).update(new Update.Set(field, flags | 2))
              .offer(offers, new Label.ArrivesAtTray(line.id()));
        }
      }
      all.add(offers);
    }
    return new Lead(field, all);
  }

  void outTray(Line line, List<Offer> offers) {
    QueueTables queue = assembly.queue(line.id());
    int field = assembly.queueField(line.id());
    Table head = queue.head();
    for (int i = 0; i < queue.alphabet().size(); i++) {
      int position = i;
      new Draft(assembly).when(assembly.atom(field, q -> head.at(q) == position))
          .update(new Update.Map(field, assembly.shared(queue.without())))
          .offer(offers, new Label.Collect(line.id(), Optional.empty(),
              assembly.value(line.type(), queue.alphabet().get(i))));
    }
  }

  Lead connection(Connection connection) {
    int field = assembly.callField(connection.id());
    var all = new ArrayList<List<Offer>>();
    for (int flags = 0; flags < 8; flags++) {
      var offers = new ArrayList<Offer>();
      if ((flags & 1) == 0) {
        free().update(new Update.Set(field, flags & 4 | 1))
            .offer(offers, new Label.ClosesConnection(connection.id()));
        if (connection.watched() && (flags & 6) == 0) {
          free().update(new Update.Set(field, flags | 2))
              .offer(offers, new Label.ArrivesAtConnection(connection.id()));
        }
      }
      all.add(offers);
    }
    return new Lead(field, all);
  }

  private Draft free() {
    return new Draft(assembly).fairness(Fairness.FREE);
  }

  // Rule SYNC: all enrolled step together; who is gone has resigned (R5).
  private void barrier(BarrierLine barrier, List<Offer> offers) throws Unsupported {
    var draft = new Draft(assembly);
    var seen = new HashSet<Integer>();
    for (End member : barrier.members()) {
      if (!seen.add(member.instance())) {
        throw new Unsupported("a component is enrolled twice at barrier " + barrier.name());
      }
      member(member, draft);
    }
    draft.when(Condition.any(barrier.members().stream().map(assembly::open).toList()))
        .offer(offers, new Label.Sync(barrier.id(), barrier.members()));
  }

  private void member(End member, Draft draft) {
    LocalSpace space = assembly.spaces.space(member.instance());
    int[] next = new int[space.size()];
    var allowed = new ArrayList<List<Condition>>();
    for (int s = 0; s < next.length; s++) {
      LocalState state = space.state(s);
      Rules.Syncing syncing = state.open().get(member.element()) ? rules.syncing(member, state) : null;
      next[s] = syncing == null ? s : syncing.next();
      allowed.add(syncing == null ? List.of() : syncing.allowed());
    }
    for (List<Condition> conditions : new HashSet<>(allowed)) {
      Atom elsewhere = assembly.atom(member.instance(), s -> !allowed.get(s).equals(conditions));
      for (Condition condition : conditions) {
        condition.clausesUnless(elsewhere).forEach(draft::when);
      }
    }
    draft.changes(member.instance(), assembly.shared(new Table(next)));
    draft.when(assembly.local(member.instance(), s -> !s.open().get(member.element())
        || rules.syncing(s, member.element()) != null));
    if (assembly.open(member).table().isAlwaysTrue()) {
      draft.moved(member.instance());
    }
  }

  // Rule R3, under the conditions of 3.9 rule 5.
  Optional<Offer> closingTime() {
    if (!assembly.spaces.mayClose()) {
      return Optional.empty();
    }
    var draft = new Draft(assembly);
    var resting = new ArrayList<Atom>();
    for (Instance instance : assembly.network.instances()) {
      LocalSpace space = assembly.spaces.space(instance.id());
      draft.when(assembly.local(instance.id(), s -> s.isGone() || s.rests()));
      resting.add(assembly.local(instance.id(), s -> s.rests()));
      draft.moved(instance.id()).update(new Update.Map(instance.id(),
          assembly.table(instance.id(), s -> space.state(s).left())));
    }
    draft.when(Condition.any(resting)).update(new Update.Set(assembly.runField(), 1));
    for (Line line : assembly.network.lines()) {
      closing(line, draft);
    }
    for (Connection connection : assembly.network.connections()) {
      if (connection.client().isEmpty()) {
        draft.when(assembly.atom(assembly.callField(connection.id()), f -> (f & 1) != 0));
      }
    }
    var offers = new ArrayList<Offer>();
    draft.offer(offers, new Label.ClosingTime());
    return offers.stream().findFirst();
  }

  private void closing(Line line, Draft draft) {
    if (line.isInTray()) {
      draft.when(assembly.atom(assembly.trayField(line.id()), f -> (f & 1) != 0));
    }
    if (!line.isRendezvous()) {
      rules.isRefused(line).clausesUnless(rules.hasLetters(line).negated()).forEach(draft::when);
      if (!line.isOutTray()) {
        draft.update(new Update.Set(assembly.queueField(line.id()), 0));
      }
    }
  }
}
