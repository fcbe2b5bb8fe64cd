package org.graphline.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs generated Java, together with Java as a user would write it.
@Timeout(60)
class RunTest {

  @Test
  void helloPrintsThreeLinesAndEnds() throws Exception {
    assertThat(Host.run("examples/01-hello", "hello", """
        List<String> printed = new ArrayList<>();
        Words words = new Words() {
          @Override public String shout(String s) { return s.toUpperCase(Locale.ROOT); }
          @Override public void print(String s) { printed.add(s); }
        };
        try (Hello hello = Hello.builder().words(words).start()) {
          hello.join();
        }
        return printed;
        """)).isEqualTo(List.of("HELLO, GRAPHLINE", "HELLO, GRAPHLINE", "HELLO, GRAPHLINE"));
  }

  @Test
  void farmMergesWhatItsWorkersDid() throws Exception {
    assertThat(Host.run("examples/05-farm", "farm", """
        AtomicInteger parts = new AtomicInteger();
        List<Object> shown = new ArrayList<>();
        Work work = new Work() {
          @Override public Part next() { return new Part(parts.incrementAndGet()); }
          @Override public Result run(Part p) { return new Result((int) p.value() * 10); }
          @Override public Result merge(Result a, Result b) { return new Result((int) a.value() + (int) b.value()); }
          @Override public void show(Result r) { shown.add(r.value()); }
          @Override public Result zero() { return new Result(0); }
        };
        try (Farm farm = Farm.builder().workers(2).together(true).work(work).start()) {
          shown.add(farm.join().isClean());
        }
        return shown;
        """)).isEqualTo(List.of(100, true));
  }

  @Test
  void depotHandsEveryJobToSomebody() throws Exception {
    assertThat(Host.run("examples/03-depot", "store", """
        AtomicInteger made = new AtomicInteger();
        List<Object> used = Collections.synchronizedList(new ArrayList<>());
        Jobs jobs = new Jobs() {
          @Override public Job make() { return new Job(made.incrementAndGet()); }
          @Override public void use(Job j) { used.add(j.value()); }
        };
        try (Depot depot = Depot.builder().producers(2).consumers(2).jobs(jobs).start()) {
          depot.join();
        }
        return new TreeSet<>(used);
        """)).hasToString("[1, 2, 3, 4]");
  }

  @Test
  void boardGivesEachStrokeToTheScreenAndToTheOtherPeer() throws Exception {
    assertThat(Host.run("examples/07-two-peer-board", "board", """
        final class Screen extends Canvas {
          @Override protected void work() throws Exception {
            while (repeat()) {
              here().send(here().receive(strokes), screen);
            }
          }
        }
        List<Object> seen = new ArrayList<>();
        try (Whiteboard board = Whiteboard.builder().audio((a, b) -> a).canvas(Screen::new).start()) {
          board.pen(0).put(new Blob("a stroke"));
          seen.add(board.screen(0).take().orElseThrow().value());
          seen.add(board.screen(1).take().orElseThrow().value());
          for (int i = 0; i < 2; i++) {
            board.screen(i).discard();
            board.speaker(i).discard();
          }
          seen.addAll(board.network().report().outcomes().stream().map(Outcome::desk).filter(d -> d.contains("split"))
              .toList());
        }
        return seen;
        """)).isEqualTo(List.of("a stroke", "a stroke", "peer[0].split", "peer[0].split2", "peer[1].split",
            "peer[1].split2"));
  }

  @Test
  void theAlternatingBitDeliversInOrder() throws Exception {
    assertThat(Host.run("examples/04-alternating-bit", "abp", """
        List<Object> got = new ArrayList<>();
        try (Abp abp = Abp.builder().slack(1).options(Options.standard().withSeed(7)).start()) {
          for (int i = 0; i < 3; i++) {
            abp.source().put(new Payload(i));
            got.add(abp.sink().take().orElseThrow().value());
          }
        }
        return got;
        """)).isEqualTo(List.of(0, 1, 2));
  }

  @Test
  void graphsInGraphsRunWithNativeComponentsAndRowsOfSeveralKinds() throws Exception {
    assertThat(Host.run("compiler/src/test/resources/programs/wiring.graphline", "wiring", """
        final class Press extends Machine {
          Press(int slots) { super(slots); }
          @Override protected void work() throws Exception {
            while (repeat()) {
              here().send(here().receive(work[slots - 1]), done);
            }
          }
        }
        final class Crate<T> extends Box<T> {
          @Override protected void work() throws Exception {
            while (repeat()) {
              here().send(here().receive(i), o);
            }
          }
        }
        final class Bin extends Plain {
          @Override protected void work() throws Exception {
            while (repeat()) {
              here().receive(i);
            }
          }
        }
        List<Object> got = new ArrayList<>();
        List<String> steps = Collections.synchronizedList(new ArrayList<>());
        try (Mall mall = Mall.builder().n(1).log(steps::add).machine(Press::new).box(Crate::new).plain(Bin::new)
            .start()) {
          mall.jobs().put(new com.acme.Job("work"));
          got.add(mall.done().take().orElseThrow().value());
          got.add(mall.done().take().orElseThrow().value());
          mall.moods().put(Mood.CALM);
          got.add(mall.moved().take().orElseThrow());
        }
        got.add(steps.size());
        try (Mixed mixed = Mixed.builder().k(1).start()) {
          got.add(mixed.jobs().put(new com.acme.Job("to the second place")));
        }
        return got.toString();
        """)).isEqualTo("[work, work, CALM, 18, true]");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> Host.run("examples/05-farm", "farm", """
        return Farm.builder().workers(2).together(true).start();
        """)).isInstanceOf(IllegalStateException.class)
        .hasMessage("Farm needs an implementation of Work: call work(…) before start()");
    assertThatThrownBy(() -> Host.run("examples/05-farm", "farm", "return Farm.builder().workers(2).start();"))
        .hasMessage("Farm needs a value for together: bool: call together(…) before start()");
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Host.run("examples/05-farm", "farm", "return Farm.builder().workers(9);"))
        .isInstanceOf(IllegalArgumentException.class).hasMessage("workers must lie in 1..8, but is 9");
  }

  @Test
  void anErrorStateIsReportedWithItsPlaceInTheSource() throws Exception {
    assertThat(Host.run("conformance/errors/division-by-zero.graphline", "errors.divisionByZero", """
        try (G graph = G.builder().start()) {
          return graph.join().failures().stream().map(f -> f.position() + " " + f.cause().getMessage()).toList();
        }
        """)).asString().contains("division-by-zero.graphline:", "division by zero");
  }

  @Test
  void anExceptionFromJavaIsReportedWithItsPlaceInTheSource() throws Exception {
    assertThat(Host.run("examples/01-hello", "hello", """
        Words words = new Words() {
          @Override public String shout(String s) { return s; }
          @Override public void print(String s) { throw new IllegalStateException("out of paper"); }
        };
        try (Hello hello = Hello.builder().words(words).start()) {
          return hello.join().failures().stream().map(f -> f.desk() + " " + f.position()).toList();
        }
        """)).isEqualTo(List.of("printer hello.graphline:26"));
  }

  @Test
  @Timeout(240)
  void theWholeWhiteboardDrawsAndEveryoneGoesHome() throws Exception {
    assertThat(Host.runWithJava("examples/whiteboard/whiteboard-repaired.graphline", "whiteboard.whole.repaired", """
        var notebook = new Notebook();
        Network network;
        try (Alone board = Alone.builder().drawing(notebook).pen(notebook).pages(notebook).parsing(notebook)
            .mixing(notebook).stamps(notebook).display(Devices.Window::new).eventSource(Devices.Mouse::new)
            .colorButton(Devices.Paint::new).eraserButton(Devices.Eraser::new)
            .commandButton(op -> new Devices.Everywhere(op, notebook)).pageButton(Devices.Page::new)
            .consoleReader(Devices.Keyboard::new).soundInput(Devices.Microphone::new)
            .soundOutput(Devices.Speaker::new).start()) {
          board.screen().discard();
          board.speaker().discard();
          board.mouse().put(new MouseEvent(MouseKind.DOWN, new Place("RED")));
          board.mouse().put(new MouseEvent(MouseKind.MOVE, new Place("a corner")));
          board.mouse().put(new MouseEvent(MouseKind.UP, new Place("a corner")));
          board.mouse().put(new MouseEvent(MouseKind.DOWN, new Place("NEXT")));
          board.keyboard().put(new Line("hello"));
          for (int i = 0; i < 10; i++) {
            board.microphone().put(new Sound(i));
          }
          network = board.network();
        }
        var drawn = new TreeSet<>(notebook.drawn());
        drawn.removeIf(command -> command.startsWith("SAVE"));    // if the stroke was drawn before the page was turned
        return drawn + " " + network.report().isClean() + " " + network.report().outcomes().size();
        """)).isEqualTo("[DRAW at a corner, DRAW typed hello, LOAD page 1, LOADQUIET page 0] true 42");
  }
}
