package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graphline.checker.local.LocalState;
import org.graphline.checker.local.Stance;
import org.graphline.checker.product.Standing.Need;
import org.graphline.checker.product.Standing.Supporter;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;

/// What local states say about waiting, as `Waits` of the model has it.
final class Standings {
  private final Assembly assembly;
  private final Rules rules;
  private final Map<Asked, Need> known = new HashMap<>();
  /// By what is needed, in this order, the standings given out.
  private final Map<Needed, List<Standing>> given = new HashMap<>();

  Standings(Assembly assembly, Rules rules) {
    this.assembly = assembly;
    this.rules = rules;
  }

  /// What is needed at an end: the same object for all who stand there.
  private record Asked(String what, End end) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Asked that && what.equals(that.what) && end.equals(that.end);
    }

    @Override
    public int hashCode() {
      return 31 * what.hashCode() + end.hashCode();
    }
  }

  /// Needs, as objects.
  private record Needed(List<Need> needs) {
    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Needed that) || needs.size() != that.needs.size()) {
        return false;
      }
      for (int i = 0; i < needs.size(); i++) {
        if (needs.get(i) != that.needs.get(i)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int all = 1;
      for (Need need : needs) {
        all = 31 * all + System.identityHashCode(need);
      }
      return all;
    }
  }

  private Need once(String what, End end, Supplier<Need> need) {
    var asked = new Asked(what, end);
    Need found = known.get(asked);
    if (found == null) {
      found = need.get();
      known.put(asked, found);
    }
    return found;
  }

  /// Returns the standing of a local state; the same object for those who stand alike.
  Standing of(int instance, LocalState own) {
    var distinct = new ArrayList<Need>();
    for (Stance stance : own.stances()) {
      for (Need need : needs(instance, own, stance)) {
        if (!isAmong(distinct, need)) {
          distinct.add(need);
        }
      }
    }
    List<Standing> alike = given.computeIfAbsent(new Needed(distinct), _ -> new ArrayList<>());
    for (Standing each : alike) {
      if (each.isLive() != own.isGone() && each.isFaulty() == own.isFaulty() && each.rests() == own.rests()) {
        return each;
      }
    }
    alike.add(new Standing(!own.isGone(), own.isFaulty(), own.rests(), distinct));
    return alike.getLast();
  }

  private static boolean isAmong(List<Need> needs, Need need) {
    for (Need each : needs) {
      if (each == need) {
        return true;
      }
    }
    return false;
  }

  private List<Need> needs(int instance, LocalState own, Stance stance) {
    return switch (stance) {
      case Stance.Send(_, int element, _, _, _, _) -> List.of(sent(instance, new End(instance, element)));
      case Stance.Receive(_, int element, _, _) -> List.of(letter(instance, new End(instance, element)));
      case Stance.Call(_, int element, _, _, _, _) -> List.of(answered(instance, new End(instance, element)));
      case Stance.AwaitReply(_, int element, _, _) -> List.of(answered(instance, new End(instance, element)));
      case Stance.Accept(_, int element, _, _) -> List.of(request(instance, new End(instance, element), false));
      case Stance.Sync(_, int element, _) -> List.of(barrier(instance, element));
      case Stance.Select select -> {
        var all = new ArrayList<Need>();
        select.cases().forEach(c -> all.addAll(needs(instance, own, c.option())));
        yield all;
      }
      case Stance.Idle _ -> List.of();
      case Stance.Reply _, Stance.Choose _, Stance.Draw _, Stance.MayFail _, Stance.Wait _, Stance.Mark _ ->
          List.of(byItself(instance));
    };
  }

  private List<Need> needs(int instance, LocalState own, Stance.Option option) {
    return switch (option) {
      case Stance.Option.Receive(int element, _) -> List.of(letter(instance, new End(instance, element)));
      case Stance.Option.Accept(int element, _) -> List.of(request(instance, new End(instance, element), false));
      case Stance.Option.Sync(int element, _) -> List.of(barrier(instance, element));
      case Stance.Option.End(int element, boolean noted, _) ->
          noted ? List.of() : List.of(end(instance, new End(instance, element)));
      case Stance.Option.After _, Stance.Option.Otherwise _ -> List.of(byItself(instance));
      case Stance.Option.Unheard(int first, int size, _) -> unheard(instance, first, size);
    };
  }

  private Need byItself(int instance) {
    return once("itself", new End(instance, 0),
        () -> new Need(false, List.of(), List.of(assembly.always(instance))));
  }

  private List<Supporter> open(List<End> ends) {
    return ends.stream().map(e -> new Supporter(e.instance(), assembly.open(e))).toList();
  }

  private List<Atom> environment(int instance, boolean there) {
    return there ? List.of(assembly.always(instance)) : List.of();
  }

  private Need sent(int instance, End end) {
    Line line = assembly.line(end);
    return once("sent", end,
        () -> new Need(false, open(line.readers()), environment(instance, line.isOutTray())));
  }

  private Need letter(int instance, End end) {
    Line line = assembly.line(end);
    return once("letter", end, () -> new Need(false, open(line.writers()),
        line.isInTray() ? List.of(rules.isTrayOpen(line)) : List.of()));
  }

  private List<Supporter> server(Connection connection) {
    return connection.server().stream().map(s -> new Supporter(s.instance(), assembly.isLive(s.instance())))
        .toList();
  }

  private Need answered(int instance, End client) {
    Connection connection = assembly.connection(client);
    return new Need(false, server(connection), environment(instance, connection.server().isEmpty()));
  }

  private Need request(int instance, End server, boolean all) {
    var clients = new ArrayList<Supporter>();
    var environment = new ArrayList<Atom>();
    for (Connection connection : assembly.clients(server)) {
      connection.client().ifPresentOrElse(c -> clients.add(new Supporter(c.instance(), assembly.open(c))),
          () -> environment.add(rules.isCallable(connection)));
    }
    return new Need(all, clients, all ? List.of() : environment);
  }

  private Need barrier(int instance, int element) {
    BarrierLine barrier = assembly.network.barriers().get(assembly.wire(new End(instance, element)));
    var missing = new ArrayList<Supporter>();
    for (End member : barrier.members()) {
      if (member.instance() != instance) {
        missing.add(new Supporter(member.instance(), assembly.local(member.instance(),
            s -> s.open().get(member.element()) && rules.syncing(s, member.element()) == null)));
      }
    }
    return new Need(true, missing, List.of());
  }

  private List<Need> unheard(int instance, int first, int size) {
    var listeners = new ArrayList<Supporter>();
    for (int element = first; element < first + size; element++) {
      Line line = assembly.line(new End(instance, element));
      if (line.isOutTray()) {
        return List.of();
      }
      listeners.addAll(open(line.readers()));
    }
    return List.of(new Need(true, listeners, List.of()));
  }

  private Need end(int instance, End end) {
    return switch (assembly.direction(end)) {
      case IN -> {
        Line line = assembly.line(end);
        yield new Need(true, open(line.writers()), line.isInTray() ? List.of(rules.isTrayOpen(line)) : List.of());
      }
      case OUT -> new Need(true, open(assembly.line(end).readers()), List.of());
      case SERVER -> request(instance, end, true);
      case CLIENT -> new Need(true, server(assembly.connection(end)), List.of());
      case BARRIER -> new Need(true, List.of(), List.of());
    };
  }
}
