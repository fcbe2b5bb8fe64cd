package org.graphline.checker.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.local.LocalState.Joint;
import org.graphline.model.automaton.Node;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Instance;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.LocalCode;
import org.graphline.model.semantics.LocalCode.Sight;
import org.graphline.model.semantics.LocalCode.Turn;

/// What happens hand to hand between two threads of one instance, where two of its own ends are joined.
final class SelfTalk {
  private final LocalSpace space;
  private final LocalCode code;
  private final Set<Pair> pairs;

  SelfTalk(LocalSpace space, Set<Pair> pairs) {
    this.space = space;
    this.code = space.code();
    this.pairs = pairs;
  }

  /// Two joined port elements; `client` as in [Joint].
  record Pair(int giver, int taker, int client) {}

  /// The pairs of joined ends of instances.
  static Set<Pair> among(Network network, List<Instance> instances) {
    var pairs = new LinkedHashSet<Pair>();
    for (Instance instance : instances) {
      for (int element = 0; element < instance.behavior().elements().size(); element++) {
        switch (instance.behavior().elements().get(element).port().direction()) {
          case OUT -> {
            Line line = network.lines().get(instance.wire(element));
            for (End reader : line.readers()) {
              if (line.isRendezvous() && reader.instance() == instance.id()) {
                pairs.add(new Pair(element, reader.element(), 0));
              }
            }
          }
          case CLIENT -> {
            Connection connection = network.connections().get(instance.wire(element));
            Optional<End> server = connection.server().filter(s -> s.instance() == instance.id());
            if (server.isPresent()) {
              int client = network.servers().get(instance.wire(server.get().element())).connections()
                  .indexOf(connection.id()) + 1;
              pairs.add(new Pair(element, server.get().element(), client));
              pairs.add(new Pair(server.get().element(), element, client));
            }
          }
          case IN, SERVER, BARRIER -> { }
        }
      }
    }
    return pairs;
  }

  List<Joint> of(int[] frame, Sight sight) throws Unsupported {
    var joints = new ArrayList<Joint>();
    for (Pair pair : pairs) {
      for (int by = 0; by < code.automaton().threads(); by++) {
        for (int to = 0; to < code.automaton().threads(); to++) {
          if (by != to) {
            between(frame, sight, pair, by, to, joints);
          }
        }
      }
    }
    return joints;
  }

  private void between(int[] frame, Sight sight, Pair pair, int by, int to, List<Joint> joints) throws Unsupported {
    switch (sight.node(by)) {
      case Node.Send send when sight.element(send.port()) == pair.giver() ->
          takes(frame, sight, new Gift(pair, by, sight.values(send.letter()), send.next(), -1), to, joints);
      case Node.Call call when sight.element(call.port()) == pair.giver() ->
          takes(frame, sight, new Gift(pair, by, sight.values(call.request()), call.awaiting(), -1), to, joints);
      case Node.Reply reply when sight.element(reply.port()) == pair.giver()
          && sight.cell(reply.client()) == pair.client() ->
          takes(frame, sight, new Gift(pair, by, sight.values(reply.reply()), reply.next(), reply.client()), to,
              joints);
      default -> { }
    }
  }

  /// What a thread gives, where it goes then, and the cell that a reply sets to 0, or -1.
  private record Gift(Pair pair, int by, int[] letter, int next, int answered) {}

  private void takes(int[] frame, Sight sight, Gift gift, int to, List<Joint> joints) throws Unsupported {
    switch (sight.node(to)) {
      case Node.Receive(var port, int target, int next, _) when sight.element(port) == gift.pair().taker() ->
          joints.add(joint(frame, gift, to, -1, -1, target, next));
      case Node.AwaitReply(var port, int target, int next, _) when sight.element(port) == gift.pair().taker() ->
          joints.add(joint(frame, gift, to, -1, -1, target, next));
      case Node.Accept(var port, int client, int target, int next, _)
          when sight.element(port) == gift.pair().taker() ->
          joints.add(joint(frame, gift, to, -1, client, target, next));
      case Node.Select select -> {
        for (int i = 0; i < select.cases().size(); i++) {
          Node.Case choice = select.cases().get(i);
          switch (choice.choice()) {
            case Node.Choice.Receive(var port, int target, int next)
                when sight.isOn(choice) && sight.element(port) == gift.pair().taker() ->
                joints.add(joint(frame, gift, to, i, -1, target, next));
            case Node.Choice.Accept(var port, int client, int target, int next)
                when sight.isOn(choice) && sight.element(port) == gift.pair().taker() ->
                joints.add(joint(frame, gift, to, i, client, target, next));
            default -> { }
          }
        }
      }
      default -> { }
    }
  }

  private Joint joint(int[] frame, Gift gift, int to, int choice, int client, int target, int next)
      throws Unsupported {
    Turn turn = code.turn(frame).store(client, new int[] {gift.pair().client()}).store(target, gift.letter())
        .store(gift.answered(), new int[] {0}).goWorked(gift.by(), gift.next()).goWorked(to, next);
    return new Joint(gift.by(), to, gift.pair().giver(), gift.pair().taker(), choice, gift.pair().client(),
        space.intern(turn.finish()));
  }
}
