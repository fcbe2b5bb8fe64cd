package org.graphline.model.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.graphline.model.automaton.Node;
import org.graphline.model.network.BarrierLine;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Wait.Kind;
import org.graphline.model.semantics.Wait.Need;
import org.graphline.model.semantics.Wait.Quantifier;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;

/// What each waiting thread waits for: the material of stuck groups (rule R6) and of explanations.
final class Waits {
  private final View view;

  Waits(View view) {
    this.view = view;
  }

  List<Wait> all() {
    var all = new ArrayList<Wait>();
    for (int instance = 0; instance < view.network.instances().size(); instance++) {
      if (view.isGone(instance)) {
        continue;
      }
      for (int thread = 0; thread < view.automaton(instance).threads(); thread++) {
        Node node = view.node(instance, thread);
        if (node instanceof Node.Gone || node instanceof Node.BranchEnd || node instanceof Node.Join) {
          continue;
        }
        all.add(new Wait(instance, thread, view.position(instance, thread), rests(instance, thread, node),
            needs(instance, thread, node)));
      }
    }
    return all;
  }

  private boolean rests(int instance, int thread, Node node) {
    return switch (node) {
      case Node.Idle _ -> true;
      case Node.Receive _, Node.Accept _, Node.Select _ -> !view.hasWorked(instance, thread);
      default -> false;
    };
  }

  private List<Need> needs(int instance, int thread, Node node) {
    return switch (node) {
      case Node.Send send -> List.of(send(instance, thread, send));
      case Node.Receive(var port, _, _, _) -> List.of(letter(instance, view.element(instance, port), -1));
      case Node.Call call -> List.of(call(instance, thread, call));
      case Node.AwaitReply await -> {
        int element = view.element(instance, await.port());
        Connection connection = view.connection(instance, element);
        yield List.of(new Need(Kind.REPLY, end(instance, element), server(connection), Quantifier.ANY,
            connection.server().isEmpty(), connection.server().isPresent() && server(connection).isEmpty(), -1));
      }
      case Node.Accept(var port, _, _, _, _) -> List.of(request(instance, view.element(instance, port), -1));
      case Node.Sync(var port, _) -> List.of(barrier(instance, view.element(instance, port), -1));
      case Node.Select select -> select(instance, select);
      case Node.Choose _, Node.Draw _, Node.MayFail _ -> List.of(byItself(Kind.CHOICE, -1));
      case Node.Wait _ -> List.of(byItself(Kind.TIMER, -1));
      case Node.Mark _, Node.Reply _ -> List.of(byItself(Kind.MOMENT, -1));
      case Node.Idle _ -> List.of(new Need(Kind.NOTHING, Optional.empty(), List.of(), Quantifier.ANY, false, false, -1));
      case Node.Gone _, Node.BranchEnd _, Node.Join _, Node.Silent _ ->
          throw new AssertionError("not a wait: " + node);
    };
  }

  private Need send(int instance, int thread, Node.Send send) {
    int element = view.element(instance, send.port());
    Line line = view.line(instance, element);
    boolean rendezvous = line.isRendezvous();
    boolean free = !rendezvous
        && (view.letters(line) < line.capacity() || line.overflow() != Graph.Overflow.WAIT);
    boolean arrives = rendezvous && line.watched() && !view.hasArrived(instance, thread);
    boolean refused = !view.isOpen(new End(instance, element)) || view.isRefused(line);
    return new Need(rendezvous ? Kind.READER : Kind.ROOM, end(instance, element), instances(line.readers()),
        Quantifier.ANY, line.isOutTray(), free || arrives || refused, -1);
  }

  private Need letter(int instance, int element, int choice) {
    Line line = view.line(instance, element);
    return new Need(Kind.LETTER, end(instance, element), instances(line.writers()), Quantifier.ANY,
        view.isTrayOpen(line.id()), view.letters(line) > 0 || choice < 0 && view.hasEnded(instance, element), choice);
  }

  private Need call(int instance, int thread, Node.Call call) {
    int element = view.element(instance, call.port());
    Connection connection = view.connection(instance, element);
    boolean refused = !view.isOpen(new End(instance, element)) || !view.isServed(connection);
    boolean arrives = connection.watched() && !view.hasArrived(instance, thread);
    return new Need(Kind.ACCEPTANCE, end(instance, element), server(connection), Quantifier.ANY,
        connection.server().isEmpty(), refused || arrives, -1);
  }

  private Need request(int instance, int element, int choice) {
    var clients = new ArrayList<Integer>();
    boolean environment = false;
    for (int id : view.server(instance, element).connections()) {
      Connection connection = view.network.connections().get(id);
      if (view.isCallable(connection)) {
        connection.client().ifPresent(c -> clients.add(c.instance()));
        environment |= connection.client().isEmpty();
      }
    }
    return new Need(Kind.REQUEST, end(instance, element), clients.stream().distinct().toList(), Quantifier.ANY,
        environment, choice < 0 && view.hasEndedServing(instance, element), choice);
  }

  private Need barrier(int instance, int element, int choice) {
    BarrierLine barrier = view.network.barriers().get(view.network.instances().get(instance).wire(element));
    List<Integer> missing = view.open(barrier.members()).stream()
        .filter(m -> m.instance() != instance && view.syncing(m) == null).map(End::instance).distinct().toList();
    return new Need(Kind.BARRIER, end(instance, element), missing, Quantifier.ALL, false, missing.isEmpty(), choice);
  }

  private List<Need> select(int instance, Node.Select select) {
    var all = new ArrayList<Need>();
    for (int i = 0; i < select.cases().size(); i++) {
      Node.Case choice = select.cases().get(i);
      if (view.isOn(instance, choice)) {
        need(instance, choice.choice(), i).forEach(all::add);
      }
    }
    if (StepRules.hasNothingLeft(view, instance, select)) {
      all.add(byItself(Kind.END, -1));
    }
    return all;
  }

  private Stream<Need> need(int instance, Node.Choice choice, int index) {
    return switch (choice) {
      case Node.Choice.Receive(var port, _, _) -> Stream.of(letter(instance, view.element(instance, port), index));
      case Node.Choice.Accept(var port, _, _, _) -> Stream.of(request(instance, view.element(instance, port), index));
      case Node.Choice.Sync(var port, _) -> Stream.of(barrier(instance, view.element(instance, port), index));
      case Node.Choice.End end -> view.isNoted(instance, end) ? Stream.of() : Stream.of(end(instance, end, index));
      case Node.Choice.After _ -> Stream.of(byItself(Kind.TIMER, index));
      case Node.Choice.Otherwise _ -> Stream.of(byItself(Kind.MOMENT, index));
      case Node.Choice.Unheard(int first, int size, _) -> {
        var listeners = new ArrayList<Integer>();
        boolean environment = false;
        for (int element = first; element < first + size; element++) {
          Line line = view.line(instance, element);
          listeners.addAll(instances(line.readers()));
          environment |= line.isOutTray();
        }
        yield environment ? Stream.of() : Stream.of(new Need(Kind.END, Optional.empty(),
            listeners.stream().distinct().toList(), Quantifier.ALL, false, listeners.isEmpty(), index));
      }
    };
  }

  private Need end(int instance, Node.Choice.End end, int index) {
    int element = view.element(instance, end.port());
    List<Integer> others = switch (view.automaton(instance).behavior().elements().get(element).port().direction()) {
      case IN -> instances(view.line(instance, element).writers());
      case OUT -> instances(view.line(instance, element).readers());
      case SERVER -> request(instance, element, index).partners();
      case CLIENT -> server(view.connection(instance, element));
      case BARRIER -> List.of();
    };
    boolean environment = view.automaton(instance).behavior().elements().get(element).port().direction()
        == Port.Direction.IN && view.isTrayOpen(view.line(instance, element).id());
    return new Need(Kind.END, end(instance, element), others, Quantifier.ALL, environment,
        view.fires(instance, end), index);
  }

  private List<Integer> server(Connection connection) {
    return connection.server().filter(s -> !view.isGone(s.instance())).map(s -> List.of(s.instance()))
        .orElse(List.of());
  }

  private List<Integer> instances(List<End> ends) {
    return view.open(ends).stream().map(End::instance).distinct().toList();
  }

  private static Optional<End> end(int instance, int element) {
    return Optional.of(new End(instance, element));
  }

  private static Need byItself(Kind kind, int choice) {
    return new Need(kind, Optional.empty(), List.of(), Quantifier.ANY, false, true, choice);
  }
}
