package org.graphline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.graphline.runtime.monitor.TraceRecorder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random graphs of components that do random things: every recorded trace is one that lines can take, and
/// whoever is stuck in the end has nobody to go on with.
class RandomNetworksTest {
  private static final class Graph {
    final SplittableRandom random;
    final Bench bench = new Bench();
    final LineAutomata automata = new LineAutomata();
    final TraceRecorder recorder = new TraceRecorder();
    final List<Script> scripts = new ArrayList<>();
    final List<List<In<Integer>>> ins = new ArrayList<>();
    final List<List<Out<Integer>>> outs = new ArrayList<>();
    final List<Phase> phases = new ArrayList<>();
    final List<Client<Integer, Integer>> clients = new ArrayList<>();
    int splits;

    Graph(long seed) {
      random = new SplittableRandom(seed);
      int size = 2 + random.nextInt(4);
      for (int i = 0; i < size; i++) {
        Script script = bench.script("c" + i);
        scripts.add(script);
        ins.add(new ArrayList<>());
        outs.add(new ArrayList<>());
        phases.add(script.barrier("tick"));
        clients.add(script.client("ask"));
      }
      addClerk();
      int lines = size + random.nextInt(4);
      for (int i = 0; i < lines; i++) {
        addLine(i);
      }
      bench.wiring.barrier("tick", phases);
      automata.barrier("tick", scripts.stream().map(Desk::name).toList());
      for (int i = 0; i < size; i++) {
        scripts.get(i).does(new Antics(scripts.get(i), ins.get(i), outs.get(i), phases.get(i),
            clients.get(i), random.split()));
      }
    }

    /// Adds a component that answers everybody, until it tires of it in the middle of a call.
    private void addClerk() {
      Script clerk = bench.script("clerk");
      Server<Integer, Integer> desk = clerk.server("desk");
      int patience = random.nextInt(20);
      clerk.does(() -> {
        for (int calls = 0; clerk.repeat(); calls++) {
          Call<Integer, Integer> call = clerk.at(20).accept(desk);
          if (calls == patience) {
            throw clerk.at(21).stop();
          }
          clerk.at(22).reply(call, -call.request());
        }
      });
      clients.forEach(client -> bench.wiring.calls(client, desk));
      automata.line(Room.handToHand(), clients.stream().map(Port::fullName).toList(),
          List.of(desk.fullName()));
    }

    private void addLine(int number) {
      if (random.nextInt(5) == 0) {
        addSplit(number);
        return;
      }
      Room room = new Room(Room.Kind.values()[random.nextInt(3)], random.nextInt(3));
      Wire<Integer> wire = bench.wiring.line(room);
      List<String> writers = new ArrayList<>();
      List<String> readers = new ArrayList<>();
      int shared = random.nextInt(4) == 0 ? 2 : 1;
      for (int i = 0; i < shared; i++) {
        int writer = random.nextInt(scripts.size());
        Out<Integer> out = scripts.get(writer).out("out" + number + i);
        outs.get(writer).add(out);
        wire.from(out);
        writers.add(out.fullName());
      }
      boolean any = random.nextInt(4) == 0;
      for (int i = 0; i < (any ? 2 : 1); i++) {
        int reader = random.nextInt(scripts.size());
        In<Integer> in = scripts.get(reader).in((any ? "any" : "in") + number + i);
        ins.get(reader).add(in);
        wire.to(in);
        readers.add(in.fullName());
      }
      automata.line(room, writers, readers);
    }

    private void addSplit(int number) {
      Room room = Room.room(random.nextInt(3));
      splits++;
      String split = splits == 1 ? "split" : "split" + splits;
      int writer = random.nextInt(scripts.size());
      Out<Integer> out = scripts.get(writer).out("copied" + number);
      outs.get(writer).add(out);
      automata.line(Room.handToHand(), List.of(out.fullName()), List.of(split + ".items"));
      Copies<Integer> copies = bench.wiring.<Integer>copies(room).from(out);
      for (int i = 0; i < 2; i++) {
        int reader = random.nextInt(scripts.size());
        In<Integer> in = scripts.get(reader).in("copy" + number + i);
        ins.get(reader).add(in);
        copies.to(in);
        automata.line(room, List.of(split + ".copies[" + i + "]"), List.of(in.fullName()));
      }
    }
  }

  private record Antics(Script script, List<In<Integer>> ins, List<Out<Integer>> outs, Phase phase,
      Client<Integer, Integer> client, SplittableRandom random) implements Work {
    @Override
    public void run() {
      int rounds = 1 + random.nextInt(12);
      boolean forEver = random.nextInt(3) == 0;
      for (int round = 0; forEver || round < rounds; round++) {
        script.repeat();
        act(round);
      }
    }

    private void act(int round) {
      int what = random.nextInt(13);
      if (what < 4 && !outs.isEmpty()) {
        Out<Integer> out = outs.get(random.nextInt(outs.size()));
        if (what == 0) {
          script.at(1).sendOrRefused(round, out);
        } else {
          script.at(2).send(round, out);
        }
      } else if (what < 7 && !ins.isEmpty()) {
        script.at(3).receive(ins.get(random.nextInt(ins.size())));
      } else if (what < 10) {
        select();
      } else if (what == 10 && !ins.isEmpty() && !outs.isEmpty()) {
        script.at(4).par(
            () -> script.at(5).send(round, outs.getFirst()),
            () -> script.at(6).receiveOrEnd(ins.getFirst()));
      } else if (what == 11) {
        if (random.nextBoolean()) {
          script.at(11).call(client, round);
        } else {
          script.at(12).callOrRefused(client, round);
        }
      } else if (random.nextInt(3) == 0) {
        script.at(7).sync(phase);
      } else {
        script.at(8).mark("round");
      }
    }

    private void select() {
      List<Case> cases = new ArrayList<>();
      for (In<Integer> in : ins) {
        if (!in.name().startsWith("any") && random.nextInt(4) > 0) {
          cases.add(Desk.receive(in));
          if (random.nextInt(3) == 0) {
            cases.add(Desk.end(in));
          }
        }
      }
      if (random.nextInt(4) == 0) {
        cases.add(Desk.sync(phase));
      }
      if (random.nextInt(4) == 0) {
        cases.add(Desk.after(Duration.ofMillis(random.nextInt(3))));
      }
      boolean priority = random.nextBoolean();
      if (priority && random.nextInt(3) == 0) {
        cases.add(Desk.otherwise());
      }
      if (!cases.isEmpty()) {
        Case[] all = cases.toArray(Case[]::new);
        if (priority) {
          script.at(9).selectPriority(all);
        } else {
          script.at(10).select(all);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Options.Threads.class, names = {"PLATFORM", "VIRTUAL"})
  void takesOnlyStepsThatLinesCanTake(Options.Threads threads) throws InterruptedException {
    for (int seed = 0; seed < 40 * Bench.STRESS; seed++) {
      Graph graph = new Graph(seed);
      graph.bench.with(Options.standard().on(threads).observedBy(graph.recorder));
      Network network = graph.bench.start();
      boolean ended = network.join(Duration.ofMillis(60));
      if (!ended) {
        assertNobodyCouldGoOn(seed, network, graph.recorder);
        network.abort();
      }
      Report report = Bench.finish(network);
      try {
        assertThat(report.failures()).isEmpty();
        graph.automata.accept(graph.recorder.events());
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + " " + report, e);
      }
    }
  }

  /// Checks that if nothing happens any more, no two of those who wait could serve each other.
  private static void assertNobodyCouldGoOn(long seed, Network network, TraceRecorder recorder)
      throws InterruptedException {
    int before = recorder.events().size();
    List<Network.Waiting> waiting = network.describeWaiting();
    if (network.join(Duration.ofMillis(40)) || recorder.events().size() != before) {
      return; // still going on; not stuck
    }
    for (Network.Waiting one : waiting) {
      for (Network.Waiting other : waiting) {
        boolean meet = one.what().startsWith("send out")
            && other.what().matches(".*receive (in|any)" + one.what().substring(8, one.what().length() - 1)
                + "\\d.*");
        assertThat(meet).as("seed %d: %s and %s wait for each other on one line, and nothing moves: %s\n%s",
            seed, one, other, waiting, recorder.story()).isFalse();
      }
    }
  }
}
