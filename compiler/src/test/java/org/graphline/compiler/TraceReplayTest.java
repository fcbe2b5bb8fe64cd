package org.graphline.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.graphline.dsl.Frontend;
import org.graphline.model.network.Network;
import org.graphline.model.term.Program;
import org.graphline.runtime.Event;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/// What the compiled programs do is what the model can do: every recorded run is walked through [ModelTrace].
@Timeout(120)
class TraceReplayTest {

  @RepeatedTest(10)
  void helloRunsAsTheModelSays() throws Exception {
    assertAccepted("examples/01-hello/hello.graphline", "hello", "Hello", Map.of(), """
        Words words = new Words() {
          @Override public String shout(String s) { return s.toUpperCase(Locale.ROOT); }
          @Override public void print(String s) { }
        };
        try (Hello hello = Hello.builder().words(words).options(observed).start()) { hello.join(); }
        """);
  }

  @RepeatedTest(3)
  void philosophersEatAsTheModelSays() throws Exception {
    assertPrefixAccepted("examples/02-dining-philosophers/dining.graphline", "dining", "Table",
        Map.of("leftHander", "true"), """
        try (Table table = Table.builder().leftHander(true).options(observed).start()) {
          table.join(java.time.Duration.ofMillis(50));
          table.abort();
        }
        """);
  }

  @RepeatedTest(10)
  void depotRunsAsTheModelSays() throws Exception {
    assertAccepted("examples/03-depot/depot.graphline", "store", "Depot",
        Map.of("producers", "2", "consumers", "2"), """
        Jobs jobs = new Jobs() {
          @Override public Job make() { return new Job("job"); }
          @Override public void use(Job j) { }
        };
        try (Depot depot = Depot.builder().producers(2).consumers(2).jobs(jobs).options(observed).start()) {
          depot.join();
        }
        """);
  }

  @RepeatedTest(5)
  void theAlternatingBitRunsAsTheModelSays() throws Exception {
    assertAccepted("examples/04-alternating-bit/abp.graphline", "abp", "Abp", Map.of("slack", "1"), """
        try (Abp abp = Abp.builder().slack(1).options(observed).start()) {
          for (int i = 0; i < 3; i++) {
            abp.source().put(new Payload(i));
            abp.sink().take();
          }
          abp.sink().discard();
        }
        """);
  }

  @RepeatedTest(10)
  void theFarmRunsAsTheModelSays() throws Exception {
    assertAccepted("examples/05-farm/farm.graphline", "farm", "Farm", Map.of("workers", "3", "together", "true"), """
        Work work = new Work() {
          @Override public Part next() { return new Part(1); }
          @Override public Result run(Part p) { return new Result(p); }
          @Override public Result merge(Result a, Result b) { return a; }
          @Override public void show(Result r) { }
          @Override public Result zero() { return new Result(0); }
        };
        try (Farm farm = Farm.builder().workers(3).together(true).work(work).options(observed).start()) {
          farm.join();
        }
        """);
  }

  @RepeatedTest(5)
  void theEchoHubRunsAsTheModelSays() throws Exception {
    assertAccepted("examples/06-echo-hub/echo.graphline", "echo", "OverwritingEcho", Map.of("ignoring", "true"), """
        try (OverwritingEcho hubs = OverwritingEcho.builder().ignoring(true).options(observed).start()) {
          for (int i = 0; i < 2; i++) {
            hubs.screen(i).discard();
          }
          for (int i = 0; i < 6; i++) {
            hubs.pen(i % 2).put(new Stroke(i));
          }
        }
        """);
  }

  @RepeatedTest(5)
  void theCoreOfTheWhiteboardRunsAsTheModelSays() throws Exception {
    assertAccepted("examples/whiteboard/core-repaired.graphline", "whiteboard.repaired", "Core", Map.of(), """
        Surface surface = new Surface() {
          @Override public void draw(Body c) { }
          @Override public void replace(Body c) { }
          @Override public void load(Body c) { }
          @Override public void save(Body c) { }
          @Override public void wipe() { }
          @Override public Image image() { return new Image(0); }
        };
        Pages pages = new Pages() {
          @Override public Body file(int page) { return new Body(page); }
          @Override public Body plain() { return new Body(0); }
        };
        try (Core core = Core.builder().surface(surface).pen(at -> new Body(at)).pages(pages).options(observed)
            .start()) {
          core.strokes().discard();
          core.images().discard();
          core.display().discard();
          for (int i = 0; i < 4; i++) {
            core.mouse().put(new MouseEvent(MouseKind.DRAG, new Place(i)));
            core.remote().put(new RemoteItem(RemoteOp.STROKE, new Body(i)));
            core.pager().put(i % 2 == 0 ? Button.NEXT : Button.PREV);
          }
        }
        """);
  }

  @RepeatedTest(5)
  void theBoardRunsAsTheModelSays() throws Exception {
    assertAccepted("examples/07-two-peer-board/board.graphline", "board", "Whiteboard", Map.of(), """
        final class Screen extends Canvas {
          @Override protected void work() throws Exception {
            while (repeat()) {
              here().send(here().receive(strokes), screen);
            }
          }
        }
        try (Whiteboard board = Whiteboard.builder().audio((a, b) -> a).canvas(Screen::new).options(observed)
            .start()) {
          for (int i = 0; i < 2; i++) {
            board.screen(i).discard();
            board.speaker(i).discard();
          }
          for (int i = 0; i < 6; i++) {
            board.pen(i % 2).put(new Blob("stroke"));
            board.mic(i % 2).put(new Blob("sound"));
          }
        }
        """);
  }

  private static void assertAccepted(String spec, String packageName, String graph, Map<String, String> arguments,
      String body) throws Exception {
    assertThat(replay(spec, packageName, graph, arguments, body).isOver()).as("the model is at its end, too").isTrue();
  }

  private static void assertPrefixAccepted(String spec, String packageName, String graph,
      Map<String, String> arguments, String body) throws Exception {
    replay(spec, packageName, graph, arguments, body);
  }

  private static ModelTrace replay(String spec, String packageName, String graph, Map<String, String> arguments,
      String body) throws Exception {
    @SuppressWarnings("unchecked")
    var events = (List<Event>) Host.run(spec, packageName, """
        var recorder = new TraceRecorder();
        Options observed = Options.standard().observedBy(recorder);
        """ + body + "return recorder.events();\n");
    assertThat(events).hasSizeGreaterThan(5);
    var trace = new ModelTrace(network(spec, graph, arguments));
    assertThat(trace.firstImpossible(events)).isEmpty();
    return trace;
  }

  private static Network network(String spec, String graph, Map<String, String> arguments) {
    Program program = Specs.program(Specs.filesIn(Specs.ROOT.resolve(spec)));
    var elaboration = Frontend.elaborate(program, Frontend.graphs(program, graph).getFirst().name(), arguments);
    return elaboration.network().orElseThrow(() -> new AssertionError(elaboration.diagnostics()));
  }
}
