package org.graphline.runtime.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dining.Table;
import hello.Hello;
import hello.Words;
import java.time.Duration;
import java.util.List;
import org.graphline.runtime.BoundedList;
import org.graphline.runtime.Event;
import org.graphline.runtime.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Signal;
import org.junit.jupiter.api.Test;
import store.Depot;
import store.Jobs;

class TraceRecorderTest {
  private final TraceRecorder recorder = new TraceRecorder();

  private static final class Loud implements Words {
    @Override
    public String shout(String s) {
      return s.toUpperCase();
    }

    @Override
    public void print(String s) {}
  }

  @Test
  void helloTakesTheStepsOfItsSpecification() throws InterruptedException {
    try (Hello hello = Hello.builder().words(new Loud()).options(Options.standard().observedBy(recorder))
        .start()) {
      assertThat(hello.network().join(Duration.ofSeconds(20))).isTrue();
    }
    List<String> story = recorder.story().lines().toList();
    assertThat(story).hasSize(3 + 3 + 2 + 3);
    assertThat(story).startsWith("greeter.lines → shouter.quiet  \"hello, graphline\"");
    assertThat(story).endsWith("printer goes home");
    assertThat(story).containsSubsequence(
        "shouter.loud → printer.lines  \"HELLO, GRAPHLINE\"", "greeter goes home",
            "shouter sees the end of quiet",
        "shouter goes home", "printer sees the end of lines");
    Event.HandedOver first = (Event.HandedOver) recorder.events().getFirst();
    assertThat(first.from()).isEqualTo(new Event.Place("greeter", "lines", 8));
    assertThat(first.to()).isEqualTo(new Event.Place("shouter", "quiet", 16));
  }

  @Test
  void callsAreRecordedAsRequestAndReply() throws InterruptedException {
    Jobs jobs = new Jobs() {
      @Override
      public String make() {
        return "job";
      }

      @Override
      public void use(String j) {}
    };
    Network network = Depot.start(1, 1, jobs, Options.standard().observedBy(recorder)).network();
    assertThat(network.join(Duration.ofSeconds(20))).isTrue();
    List<String> story = recorder.story().lines().toList();
    assertThat(story).containsSubsequence(
        "p[0].store calls store.put  \"job\"", "store.put replies to p[0].store  signal",
        "c[0].store calls store.get  signal", "store.get replies to c[0].store  \"job\"",
        "store goes home", "c[0] finds nobody at store", "c[0] goes home");
    assertThat(story).containsSubsequence("store.put replies to p[0].store  signal", "p[0] goes home",
        "store goes home");
  }

  @Test
  void eatingComesAfterBothForksAreTaken() throws InterruptedException {
    Network table = Table.start(true, Options.standard().observedBy(recorder));
    assertThat(table.join(Duration.ofMillis(100))).isFalse();
    table.abort();
    assertThat(table.join(Duration.ofSeconds(20))).isTrue();
    int held = 0;
    int eaten = 0;
    for (Event event : recorder.events()) {
      if (event instanceof Event.HandedOver(var from, _, _) && from.desk().equals("phil[2]")) {
        held += from.port().startsWith("take") ? 1 : -1;
      } else if (event instanceof Event.Marked(var place, _) && place.desk().equals("phil[2]")) {
        assertThat(held).isEqualTo(2);
        eaten++;
      }
    }
    assertThat(eaten).isPositive();
  }

  private enum Kind {
    STROKE
  }

  private record Msg(Kind kind, Object body) {}

  @Test
  void valuesPrintAsTheLanguageWritesThem() {
    TraceText text = new TraceText();
    Object blob = new StringBuilder();
    BoundedList<Integer> list = new BoundedList<>(3);
    list.add(1);
    list.add(2);
    assertThat(text.print(new Msg(Kind.STROKE, blob)))
        .isEqualTo("Msg{kind: Kind.STROKE, body: StringBuilder#1}");
    assertThat(text.print(new StringBuilder())).isEqualTo("StringBuilder#2");
    assertThat(text.print(blob)).isEqualTo("StringBuilder#1");
    assertThat(text.print("say \"hi\"")).isEqualTo("\"say \\\"hi\\\"\"");
    assertThat(text.print(list)).isEqualTo("[1, 2]");
    assertThat(text.print(true)).isEqualTo("true");
    assertThat(text.print(Signal.SIGNAL)).isEqualTo("signal");
    assertThat(text.print(Duration.ofSeconds(1))).isEqualTo("1000ms");
  }
}
