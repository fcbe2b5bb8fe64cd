package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graphline.checker.local.LocalState;
import org.graphline.checker.local.Stance;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;

/// What the rules of docs/semantics.md ask of a state, as conditions over fields: open, finished, refused, offered,
/// ready. Each is the counterpart of a method of the model's `View`.
final class Rules {
  private final Assembly assembly;
  private final Map<Object, Condition> known = new HashMap<>();

  Rules(Assembly assembly) {
    this.assembly = assembly;
  }

  /// A question that is asked again and again.
  private record Asked(String rule, Object of, int detail) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Asked that && detail == that.detail && rule.equals(that.rule) && of.equals(that.of);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * rule.hashCode() + of.hashCode()) + detail;
    }
  }

  private Condition once(String rule, Object of, int detail, Supplier<Condition> answer) {
    var asked = new Asked(rule, of, detail);
    Condition condition = known.get(asked);
    if (condition == null) {
      condition = answer.get();
      known.put(asked, condition);
    }
    return condition;
  }

  private List<Atom> closed(List<End> ends) {
    return ends.stream().map(e -> assembly.open(e).negated()).toList();
  }

  Condition isRefused(Line line) {
    return once("refused", line.id(), 0, () -> {
      return line.isOutTray() ? Condition.FALSE : Condition.all(closed(line.readers()));
    });
  }

  Condition isFinished(Line line) {
    return once("finished", line.id(), 0, () -> {
      var all = new ArrayList<>(closed(line.writers()));
      if (!line.isRendezvous()) {
        all.add(hasLetters(line).negated());
      }
      if (line.isInTray()) {
        all.add(isTrayOpen(line).negated());
      }
      return Condition.all(all);
    });
  }

  Atom hasLetters(Line line) {
    return new Atom(assembly.queueField(line.id()), assembly.shared(assembly.queue(line.id()).some()));
  }

  Atom isFull(Line line) {
    return new Atom(assembly.queueField(line.id()), assembly.shared(assembly.queue(line.id()).full()));
  }

  Atom isTrayOpen(Line line) {
    return assembly.atom(assembly.trayField(line.id()), f -> (f & 1) == 0);
  }

  Atom isTrayOffering(Line line) {
    return assembly.atom(assembly.trayField(line.id()), f -> line.watched() ? (f & 2) != 0 : (f & 1) == 0);
  }

  /// Reports whether the end is closed by the reader itself (known) or the line is finished.
  Condition hasEnded(End reader, LocalState own) {
    return own.open().get(reader.element()) ? isFinished(assembly.line(reader)) : Condition.TRUE;
  }

  Condition hasEndedServing(End server, LocalState own) {
    return own.open().get(server.element())
        ? Condition.all(assembly.clients(server).stream().map(c -> isCallable(c).negated()).toList())
        : Condition.TRUE;
  }

  Atom isCallable(Connection connection) {
    return connection.client().map(assembly::open)
        .orElseGet(() -> assembly.atom(assembly.callField(connection.id()), f -> (f & 1) == 0));
  }

  Atom isOfferedByEnvironment(Connection connection) {
    return assembly.atom(assembly.callField(connection.id()),
        f -> (f & 5) == 0 && (!connection.watched() || (f & 2) != 0));
  }

  Condition isServed(Connection connection) {
    return connection.server().map(s -> Condition.of(assembly.open(s))).orElse(Condition.TRUE);
  }

  /// True where some thread stands at a `send` or `call` on the end and may be seen there.
  Atom isOffering(End end, boolean watched) {
    return assembly.local(end.instance(), s -> s.open().get(end.element())
        && s.stances().stream().anyMatch(x -> switch (x) {
          case Stance.Send(_, int element, _, var arrived, _, _) ->
              element == end.element() && (!watched || arrived.isEmpty());
          case Stance.Call(_, int element, _, var arrived, _, _) ->
              element == end.element() && (!watched || arrived.isEmpty());
          default -> false;
        }));
  }

  private Condition isOffered(Line line) {
    return once("offered", line.id(), 0, () -> {
      var any = new ArrayList<Atom>();
      line.writers().forEach(w -> any.add(isOffering(w, line.watched())));
      if (line.isInTray()) {
        any.add(isTrayOffering(line));
      }
      return Condition.any(any);
    });
  }

  private Condition isRequested(End server) {
    return once("requested", server, 0, () -> {
      return Condition.any(assembly.clients(server).stream()
          .map(c -> c.client().map(client -> callOffering(client, c.watched()))
              .orElseGet(() -> isOfferedByEnvironment(c))).toList());
    });
  }

  /// As [#isOffering], for a client whose end may be closed by itself: it would be refused, yet it stands there.
  private Atom callOffering(End client, boolean watched) {
    return assembly.local(client.instance(), s -> s.stances().stream().anyMatch(x ->
        x instanceof Stance.Call(_, int element, _, var arrived, _, _) && element == client.element()
            && (!watched || arrived.isEmpty())));
  }

  /// True where the member waits at the barrier.
  Atom isSyncing(End member) {
    return assembly.local(member.instance(), s -> syncing(s, member.element()) != null);
  }

  /// A thread that waits at a barrier: where it goes, and what must be if priority is to let it.
  record Syncing(int next, List<Condition> allowed) {}

  /// Who waits at the barrier in a local state; null if nobody does.
  Stance syncing(LocalState state, int element) {
    for (Stance stance : state.stances()) {
      boolean there = switch (stance) {
        case Stance.Sync(_, int at, _) -> at == element;
        case Stance.Select select -> select.cases().stream().anyMatch(c -> isSync(c, element));
        default -> false;
      };
      if (there) {
        return stance;
      }
    }
    return null;
  }

  Syncing syncing(End member, LocalState state) {
    return switch (syncing(state, member.element())) {
      case Stance.Sync(_, _, int next) -> new Syncing(next, List.of());
      case Stance.Select select -> {
        Stance.Case there = select.cases().stream().filter(c -> isSync(c, member.element())).findFirst()
            .orElseThrow();
        yield new Syncing(((Stance.Option.Sync) there.option()).next(),
            isAllowed(member.instance(), state, select, there.index()));
      }
      case null, default -> null;
    };
  }

  private static boolean isSync(Stance.Case choice, int element) {
    return choice.option() instanceof Stance.Option.Sync(int at, _) && at == element;
  }

  private Condition isMet(BarrierLine barrier, int except) {
    return once("met", barrier.id(), except, () -> {
      var all = new ArrayList<Atom>();
      for (End member : barrier.members()) {
        if (member.instance() != except) {
          all.add(assembly.local(member.instance(),
              s -> !s.open().get(member.element()) || syncing(s, member.element()) != null));
        }
      }
      return Condition.all(all);
    });
  }

  Condition fires(End end, LocalState own, boolean noted) {
    if (noted) {
      return Condition.FALSE;
    }
    return switch (assembly.direction(end)) {
      case IN -> hasEnded(end, own);
      case SERVER -> hasEndedServing(end, own);
      case OUT -> isRefused(assembly.line(end));
      case CLIENT -> isServed(assembly.connection(end)).negated();
      case BARRIER -> Condition.FALSE;
    };
  }

  Condition isUnheard(int instance, int first, int size) {
    Condition all = Condition.TRUE;
    for (int element = first; element < first + size; element++) {
      all = all.and(isRefused(assembly.line(new End(instance, element))));
    }
    return all;
  }

  /// Rule R20: the case could be taken now.
  private Condition isReady(int instance, LocalState own, Stance.Option option) {
    return switch (option) {
      case Stance.Option.Receive(int element, _) -> {
        Line line = assembly.line(new End(instance, element));
        yield !own.open().get(element) ? Condition.FALSE
            : line.isRendezvous() ? isOffered(line) : Condition.of(hasLetters(line));
      }
      case Stance.Option.Accept(int element, _) ->
          own.open().get(element) ? isRequested(new End(instance, element)) : Condition.FALSE;
      case Stance.Option.Sync(int element, _) -> isMet(
          assembly.network.barriers().get(assembly.wire(new End(instance, element))), instance);
      case Stance.Option.End(int element, boolean noted, _) -> fires(new End(instance, element), own, noted);
      case Stance.Option.Unheard(int first, int size, _) -> isUnheard(instance, first, size);
      case Stance.Option.After _, Stance.Option.Otherwise _ -> Condition.FALSE;
    };
  }

  /// What must be for priority to let case `index` be taken: nothing above it is ready (rule R20).
  List<Condition> isAllowed(int instance, LocalState own, Stance.Select select, int index) {
    if (!select.priority()) {
      return List.of();
    }
    return select.cases().stream().filter(c -> c.index() < index)
        .map(c -> isReady(instance, own, c.option()).negated()).filter(c -> !c.isTrue()).toList();
  }

  /// Rules 3.8 and R11: every switched-on case is finished for good.
  Condition hasNothingLeft(int instance, LocalState own, Stance.Select select) {
    Condition all = Condition.TRUE;
    for (Stance.Case choice : select.cases()) {
      all = all.and(switch (choice.option()) {
        case Stance.Option.Receive(int element, _) -> hasEnded(new End(instance, element), own);
        case Stance.Option.Accept(int element, _) -> hasEndedServing(new End(instance, element), own);
        case Stance.Option.End(_, boolean noted, _) -> Condition.constant(noted);
        case Stance.Option.Unheard _ -> Condition.TRUE;
        case Stance.Option.Sync _, Stance.Option.After _, Stance.Option.Otherwise _ -> Condition.FALSE;
      });
    }
    return all;
  }
}
