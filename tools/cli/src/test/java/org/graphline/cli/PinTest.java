package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `check --pin`: deadlocks kept as scenarios.
class PinTest {
  private static final String LITERAL = "check Farm(workers = 2, together = false) { deadlock free; }\n";
  private static final String PINNED = """

      scenario "farmer and w[0] block each other" for Farm(workers = 2, together = false) {
          cannot deadlock after farmer.parts, farmer.parts;
      }
      """;

  @TempDir
  private Path folder;
  private Session session;
  private Path farm;

  @BeforeEach
  void findTheDeadlock() throws IOException {
    session = new Session(folder);
    farm = folder.resolve("farm.graphline");
    Files.copy(Folders.SPECS.resolve("farm.graphline"), farm);
    assertThat(session.run("check", "farm.graphline").out()).contains("DL-1  deadlock");
  }

  private void repair() throws IOException {
    Files.writeString(farm, Files.readString(farm).replace("if (together)", "if (together || true)"));
  }

  @Test void whatIsPinnedFailsUntilItIsRepairedAndHoldsFromThenOn() throws IOException {
    String before = Files.readString(farm);
    Session.Result broken = session.run("check", "--pin", "DL-1");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out()).startsWith("pinned DL-1 at farm.graphline:42\n").contains(
        "✗ SC-1  scenario not as told, certain, after 2 steps",
        "after farmer.parts, farmer.parts somebody is stuck",
        "farmer ──send parts──▶ w[0] ──send results──▶ farmer");
    assertThat(farm).content().isEqualTo(before + PINNED);
    repair();
    Session.Result repaired = session.run("check", "farm.graphline");
    assertThat(repaired.code()).as(repaired.all()).isZero();
    assertThat(repaired.out())
        .contains("✓ \"farmer and w[0] block each other\" cannot deadlock after farmer.parts, farmer.parts");
  }

  @Test void afterTheRepairItHoldsAtOnceAndAChangeBackIsSeen() throws IOException {
    String literal = Files.readString(farm);
    repair();
    assertThat(session.run("check", "--pin", "DL-1", "farm.graphline").code()).isZero();
    Files.writeString(farm, literal.replace(LITERAL, "") + PINNED);
    Session.Result back = session.run("check", "farm.graphline");
    assertThat(back.code()).isEqualTo(1);
    assertThat(back.out()).contains("SC-1").doesNotContain("DL-1");
  }

  @Test void pinnedTwiceItIsThereOnce() throws IOException {
    session.run("check", "--pin", "DL-1");
    String once = Files.readString(farm);
    Files.writeString(farm, once.replace("farmer.parts, farmer.parts", "farmer.parts,\n        farmer . parts"));
    String laidOutElsehow = Files.readString(farm);
    Session.Result again = session.run("check", "--pin", "build/graphline/DL-1.trace.json", "--format", "json");
    assertThat(again.err()).isEqualTo("build/graphline/DL-1.trace.json is pinned already, at farm.graphline:42\n");
    assertThat(again.out()).startsWith("{");
    assertThat(farm).content().isEqualTo(laidOutElsehow);
  }

  @Test void theLayoutOfTheFileStays() throws IOException {
    session.run("fmt", "farm.graphline");
    Files.writeString(farm, Files.readString(farm).stripTrailing());
    assertThat(session.run("check", "--pin", "DL-1").out()).startsWith("pinned");
    assertThat(session.run("fmt", "--check", "farm.graphline").code()).isZero();
    String windows = "// one\r\n" + Files.readString(Folders.SPECS.resolve("farm.graphline")).replace("\n", "\r\n");
    Files.writeString(farm, windows);
    session.run("check", "--pin", "DL-1");
    assertThat(farm).content().isEqualTo(windows + PINNED.replace("\n", "\r\n"));
  }

  @Test void whatCannotBePinnedIsRefusedAndNothingIsWritten() throws IOException {
    String before = Files.readString(farm);
    assertRefused("there is no story build/graphline/DL-7.trace.json to pin: check writes one for each finding",
        "DL-7");
    assertRefused("there is no story farm.json to pin", "farm.json");
    Files.copy(Folders.SPECS.resolve("livelock.graphline"), folder.resolve("livelock.graphline"));
    session.run("check", "livelock.graphline");
    assertRefused("only deadlocks (DL) can be pinned; the claim that LL-1 is about stands in its check already",
        "LL-1");
    Files.writeString(farm, before.replace("farmer =", "boss =").replace("farmer.", "boss."));
    String renamed = Files.readString(farm);
    assertRefused("the story of DL-1 cannot be told of farm.graphline as it is now: ", "DL-1");
    assertThat(farm).content().isEqualTo(renamed);
    Files.writeString(farm, before + "component {");
    Session.Result broken = session.run("check", "--pin", "DL-1");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(farm).content().isEqualTo(before + "component {");
    Files.delete(farm);
    assertRefused("the story is about farm.graphline, which is not there any more", "DL-1");
  }

  @Test void whatPassesNoPortOrHasColorsIsRefused() throws IOException {
    Path swap = folder.resolve("swap.graphline");
    Files.writeString(swap, """
        package swap;
        type T = java "T";
        component A { out o: T;  in i: T;  run { send anything to o;  receive x from i; } }
        graph G { a = A();  b = A();  a.o -> b.i;  b.o -> a.i; }
        check G { deadlock free; }
        """);
    session.run("check", "swap.graphline");
    assertRefused("nothing passes a port in the story of DL-1", "DL-1");
    Files.writeString(swap, """
        package swap;
        type T = java "T";
        component A { out o: T;  in i: T;  run { send anything to o;  send anything to o;  receive x from i; } }
        component B { out o: T;  in i: T;  run { receive x from i;  send x to o;  receive y from i; } }
        graph G { a = A();  b = B();  a.o -> b.i;  b.o -> a.i; }
        check G with T = {red, blue} { deadlock free; }
        """);
    session.run("check", "swap.graphline");
    assertRefused("the check of swap.G tells letters apart by colors, which a scenario cannot: DL-1 cannot be pinned",
        "DL-1");
  }

  @Test void itNamesWhatPassesByAnEndThatIsWritten() throws IOException {
    Path relay = folder.resolve("relay.graphline");
    Files.writeString(relay, """
        package relay;
        component Relay { in i: signal;  client ask: signal -> bool;
            run { receive from i;  let x = call ask();  let y = call ask(); } }
        component Desk { server ask: signal -> bool;  in go: signal;
            run { accept from ask { reply true; }  receive from go; } }
        component Quiet { out go: signal;  in no: signal;  run { repeat { receive from no;  send to go; } } }
        graph Inner {
            in i: signal;
            relay = Relay();  desk = Desk();  quiet = Quiet();
            i ->[1] relay.i;  relay.ask -> desk.ask;  quiet.go -> desk.go;  Never<signal>() -> quiet.no;
        }
        graph Outer { in letters: signal;  inner = Inner();  letters -> inner.i; }
        check Outer { deadlock free; }
        """);
    session.run("check", "relay.graphline");
    Session.Result pinned = session.run("check", "--pin", "DL-1");
    assertThat(pinned.out()).startsWith("pinned").contains("SC-1  scenario not as told");
    assertThat(relay).content().contains(
        "cannot deadlock after letters, inner.relay.i, inner.relay.ask, inner.desk.ask;");
  }

  private void assertRefused(String reason, String what) {
    Session.Result result = session.run("check", "--pin", what);
    assertThat(result.code()).as(result.all()).isEqualTo(64);
    assertThat(result.err()).startsWith("graphline: ").contains(reason);
    assertThat(result.out()).isEmpty();
  }
}
