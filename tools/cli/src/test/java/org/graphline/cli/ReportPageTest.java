package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of `check --report` in a browser: what is to be seen, and what keys and links do.
class ReportPageTest {
  private static final String LIT = "document.querySelectorAll('.pane:not([hidden]) .line.lit')";
  @TempDir
  private static Path folder;
  private static Browser browser;
  private static Path farm;
  private static Path core;
  private static Path loops;

  @BeforeAll
  static void check() throws IOException {
    browser = Browser.open();
    Folders.copy(Folders.SPECS, folder.resolve("specs"));
    Folders.copy(Folders.ROOT.resolve("examples"), folder.resolve("examples"));
    farm = report("farm", "examples/05-farm");
    core = report("core", "examples/whiteboard/core-literal.graphline");
    loops = report("loops", "specs/livelock.graphline", "specs/farm.graphline");
  }

  private static Path report(String name, String... files) {
    var arguments = new java.util.ArrayList<>(List.of("check", "--report", name + ".html", "--threads", "1",
        "--no-repairs"));
    arguments.addAll(List.of(files));
    assertThat(new Session(folder).run(arguments.toArray(String[]::new)).err()).isEmpty();
    return folder.resolve(name + ".html");
  }

  @AfterAll
  static void leave() {
    if (browser != null) {
      browser.close();
    }
  }

  /// Whatever a test did, the page wrote nothing to the console and asked for nothing but itself.
  @AfterEach
  void thePageKeepsToItself() {
    browser.media("light", "screen");
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).allMatch(url -> url.startsWith("file:") && url.contains(".html")
        || url.startsWith("data:"))
        .isNotEmpty();
  }

  /// Returns the names of the desks with one of these classes.
  private static List<String> desks(String... styles) {
    String selector = String.join(",", java.util.Arrays.stream(styles).map(s -> ".viewport .box." + s).toList());
    return browser.texts("document.querySelectorAll('" + selector
        + "'), box => box.querySelector('.name, .label').textContent").stream()
        .sorted().toList();
  }

  private static List<String> lines() {
    return browser.texts(LIT + ", line => line.dataset.line").stream().sorted().toList();
  }

  private static String where() {
    return browser.text("document.querySelector('.where').textContent");
  }

  @Test void theFarmsStoryLightsDesksAndLinesStepByStep() {
    browser.open(farm, "#DL-1/0");
    assertThat(browser.text("document.querySelector('.verdict h2').textContent"))
        .contains("DL-1  deadlock, certain, after 2 steps");
    assertThat(where()).isEqualTo("start");
    assertThat(desks("gives", "takes", "acts", "stuck")).isEmpty();
    for (String worker : List.of("w[0]", "w[1]")) {
      browser.press(Browser.RIGHT);
      assertThat(desks("gives")).containsExactly("farmer");
      assertThat(desks("takes")).containsExactly(worker);
      assertThat(browser.texts(LIT + ", line => line.querySelector('code').textContent.trim()"))
          .containsExactlyInAnyOrder("for i in 1..PARTS { send Work.next() to parts; }",
              "run { repeat { receive p from parts;  send Work.run(p) to results; } }");
    }
    browser.press(Browser.RIGHT);
    assertThat(where()).isEqualTo("the end");
    assertThat(desks("stuck")).containsExactly("farmer", "w[0]", "w[1]");
    assertThat(desks("gives", "takes")).isEmpty();
    assertThat(browser.texts("document.querySelectorAll('.waits tr.cycle th'), th => th.textContent"))
        .containsExactly("farmer", "w[0]");
    assertThat(browser.texts("document.querySelectorAll('.viewport .wire.stuck')")).isNotEmpty();
  }

  @Test void theWhiteboardsStoryLightsDesksAndLinesStepByStep() {
    browser.open(core, "");
    browser.press(org.openqa.selenium.Keys.HOME);
    List<List<String>> lines = List.of(List.of("111", "186"), List.of("115", "55"), List.of("192", "58"),
        List.of("134", "185"));
    List<List<String>> desks = List.of(List.of("localPageEvents", "remote"), List.of("canvas", "localPageEvents"),
        List.of("canvas", "display"), List.of("history", "pager"));
    for (int step = 0; step < lines.size(); step++) {
      browser.press(Browser.RIGHT);
      assertThat(where()).isEqualTo("step " + (step + 1) + " of 4");
      assertThat(lines()).isEqualTo(lines.get(step));
      assertThat(desks("gives", "takes")).isEqualTo(desks.get(step));
      assertThat(browser.text("document.querySelector('.row[aria-current]').dataset.position")).isEqualTo(""
          + (step + 1));
    }
    browser.press(Browser.RIGHT);
    assertThat(desks("stuck")).containsExactly("canvas", "history");
    assertThat(lines()).containsExactly("145", "61");
    browser.press(Browser.LEFT);
    assertThat(where()).isEqualTo("step 4 of 4");
    assertThat(desks("stuck")).isEmpty();
  }

  @Test void whatLiesOnLinesAndWhereEverybodyIsFollowsTheStory() {
    browser.open(farm, "#DL-1/1");
    browser.run("document.querySelector('.people').open = true");
    browser.await("document.querySelectorAll('.people tbody tr').length === 3");
    assertThat(browser.text("document.querySelector('.people tbody').textContent")).contains("w[0]send results",
        "w[1]receive from parts");
    browser.press(Browser.RIGHT);
    assertThat(browser.text("document.querySelector('.people tbody').textContent")).contains("w[1]send results");
  }

  @Test void aLoopIsMarkedAndPlayedRound() {
    browser.open(loops, "#LL-1/0");
    assertThat(browser.text("document.querySelector('.track .loop').textContent")).contains("round and round");
    assertThat(browser.texts("document.querySelectorAll('.rows .loop')")).hasSize(3);
    for (String expected : List.of("step 1 of 3, round 1", "step 2 of 3, round 1", "step 3 of 3, round 1",
        "step 1 of 3, round 2")) {
      browser.press(Browser.RIGHT);
      assertThat(where()).isEqualTo(expected);
    }
    browser.press(Browser.LEFT);
    assertThat(where()).isEqualTo("step 3 of 3, round 1");
    browser.run("document.querySelector('#speed').value = '8'");
    browser.press(" ");
    browser.await("/round [3-9]/.test(document.querySelector('.where').textContent)");
    browser.press(" ");
    String stopped = where();
    assertThat(browser.text("document.querySelector('.control.play').getAttribute('aria-label')"))
        .isEqualTo("Play");
    browser.run("return new Promise(done => setTimeout(done, 400))");
    assertThat(where()).isEqualTo(stopped);
  }

  @Test void spacePlaysToTheEndAndHomeGoesBack() {
    browser.open(farm, "#DL-1/0");
    browser.run("document.querySelector('#speed').value = '8'");
    browser.press(" ");
    browser.await("document.querySelector('.where').textContent === 'the end'");
    browser.await("location.hash === '#DL-1/3'");
    browser.press(org.openqa.selenium.Keys.HOME);
    assertThat(where()).isEqualTo("start");
    browser.press(org.openqa.selenium.Keys.END);
    assertThat(where()).isEqualTo("the end");
  }

  @Test void linksLeadToAPropertyAndAStep() {
    browser.open(loops, "#DL-1/1");
    assertThat(where()).isEqualTo("step 1 of 2");
    assertThat(browser.text("document.querySelector('nav [aria-current=page]').getAttribute('href')"))
        .isEqualTo("#DL-1");
    browser.run("document.querySelector('nav a[href=\"#LL-1\"]').click()");
    browser.await("document.querySelector('.verdict h2').textContent.includes('LL-1')");
    browser.run("history.back()");
    browser.await("document.querySelector('.verdict h2').textContent.includes('DL-1')");
    browser.press("n");
    browser.await("document.querySelector('.verdict h2').textContent.includes('deadlock free') "
        + "&& document.querySelector('.claimed').textContent.includes('together = true')");
    assertThat(browser.text("document.querySelector('.says').textContent")).startsWith("It holds: all 18 states");
    assertThat(browser.text("document.querySelector('.facts').textContent")).contains("(A1)", "stubborn sets");
  }

  @Test void everythingIsReachedByTabAndShowsIt() {
    browser.open(core, "");
    var reached = new java.util.LinkedHashSet<String>();
    for (int i = 0; i < 40; i++) {
      browser.press(org.openqa.selenium.Keys.TAB);
      browser.await("document.activeElement !== document.body");
      String what = browser.text("(document.activeElement.getAttribute('aria-label')"
          + " || document.activeElement.textContent).trim()");
      assertThat(browser.text("getComputedStyle(document.activeElement).outlineStyle")).as(what)
          .isNotEqualTo("none");
      reached.add(what);
      if (what.startsWith("Source of")) {
        break;
      }
    }
    assertThat(reached).containsSubsequence("To the chosen property", "Keys", "To the start", "One step back",
        "Play",
        "One step on", "To the end", "Position in the story", "Zoom in", "Zoom out", "The whole graph",
            "Where everybody is");
    assertThat(reached).anyMatch(what -> what.startsWith("Source of examples/whiteboard/core-literal"));
    assertThat(browser.texts("[...document.querySelectorAll('button, input, select, svg[role=img]')]"
        + ".filter(e => !e.labels?.length "
        + "&& !e.getAttribute('aria-label') && !e.textContent.trim()), e => e.outerHTML")).isEmpty();
  }

  @Test void isReadableInLightAndInTheDark() throws IOException {
    String contrast = new String(ReportPageTest.class.getResourceAsStream("/page/contrast.js").readAllBytes(),
        java.nio.charset.StandardCharsets.UTF_8);
    for (String scheme : List.of("light", "dark")) {
      for (Path page : List.of(farm, core, loops)) {
        for (String anchor : List.of("#DL-1/1", "#DL-1/end")) {
          browser.open(page, anchor);
          browser.media(scheme, "screen");
          double ground = ((Number) browser.run(contrast
              + "return luminance(getComputedStyle(document.body).backgroundColor);"))
              .doubleValue();
          assertThat(ground > 0.5).isEqualTo(scheme.equals("light"));
          assertThat(((List<?>) browser.run(contrast + "return tooFaint();"))).as(scheme + " "
              + page.getFileName() + anchor).isEmpty();
        }
      }
    }
  }

  @Test void whatASourceSaysIsHarmless() throws IOException {
    Path nasty = folder.resolve("<img src=x onerror=hacked=1>");
    Files.createDirectories(nasty);
    String comment = "</script><script>hacked = 1</script><!-- <script> ]]> \u2028 & &lt; <img src=x onerror=hacked=1>";
    Files.writeString(nasty.resolve("nasty.graphline"), Files.readString(folder.resolve("specs/farm.graphline"))
        .replace("package farm;", "package farm; // " + comment));
    browser.open(report("nasty", nasty.getFileName() + "/nasty.graphline"), "#DL-1/1");
    assertThat(browser.text("typeof hacked")).isEqualTo("undefined");
    assertThat(browser.texts("document.querySelectorAll('script')")).hasSize(2);
    assertThat(browser.texts("document.querySelectorAll('img')")).isEmpty();
    assertThat(browser.text("document.querySelector('.code').textContent")).contains(comment.substring(0, 60));
    assertThat(browser.text("document.querySelector('.pane-head').textContent"))
        .contains("onerror=hacked=1>/nasty.graphline");
  }

  @Test void aStoryOfHundredsOfStepsShowsTheRowsInSight() throws IOException {
    Files.writeString(folder.resolve("long.graphline"), """
        package long;
        component A { out o: signal;  in back: signal;
            run { for i in 1..700 { send to o; }  receive from back;  send to o; } }
        component B { in i: signal;  out back: signal;
            run { for i in 1..700 { receive from i; }  receive from i;  send to back; } }
        graph Long { a = A();  b = B();  a.o -> b.i;  b.back -> a.back; }
        check Long { deadlock free; }
        """);
    browser.open(report("long", "long.graphline"), "#DL-1/0");
    assertThat(browser.text("document.querySelector('input[type=range]').max")).isEqualTo("701");
    assertThat(browser.texts("document.querySelectorAll('.rows li')").size()).isBetween(20, 150);
    browser.run("for (let i = 0; i < 700; i++) document.querySelector('.control.forward').click()");
    assertThat(where()).isEqualTo("step 700 of 700");
    assertThat(browser.text("document.querySelector('.row[aria-current]').dataset.position")).isEqualTo("700");
    assertThat(browser.texts("document.querySelectorAll('.rows li')").size()).isBetween(20, 150);
  }

  @Test void amongAThousandComponentsTheStoryIsAListAndNothingIsDrawn() throws IOException {
    Files.writeString(folder.resolve("ring.graphline"), """
        package ring;
        component A { out start: signal;  out o: signal;  in i: signal;
            run { send to start;  while (true) { send to o;  receive from i; } } }
        graph Ring { for i in 0..499 { a[i] = A();  a[i].start -> Nowhere();  a[i].o -> a[(i + 1) % 500].i; } }
        check Ring { deadlock free; }
        """);
    browser.open(report("ring", "ring.graphline"), "#DL-1/250");
    assertThat(browser.text("document.querySelector('.row[aria-current]').textContent"))
        .contains("a[249] → nowhere[249]");
    assertThat(browser.text("document.querySelector('.graph').textContent"))
        .contains("1,000 components are too many to draw: at most 400 are.");
    assertThat(browser.texts("document.querySelectorAll('.rows li')").size()).isBetween(1, 150);
    browser.press(org.openqa.selenium.Keys.END);
    assertThat(where()).isEqualTo("the end");
    assertThat(lines()).containsExactly("3");
    assertThat(browser.texts("document.querySelectorAll('.waits tbody tr')")).hasSize(200);
    assertThat(browser.text("document.querySelector('.waits').textContent")).contains("and 300 more components");
  }

  @Test void paperShowsTheWholeStoryAndTheSourceNearIt() {
    browser.open(core, "#DL-1");
    assertThat(browser.printed()).hasSizeGreaterThan(20_000);
    browser.media("dark", "print");
    browser.run("dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.text("getComputedStyle(document.querySelector('.controls')).display")).isEqualTo("none");
    assertThat(browser.text("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
    List<String> shown = browser.texts("[...document.querySelectorAll('.line')].filter(l => l.offsetParent !== null),"
        + " l => l.dataset.line");
    assertThat(shown).contains("61", "145").hasSizeLessThan(120);
    browser.run("dispatchEvent(new Event('afterprint'))");
  }

  @Test void aSmallWindowShowsOneThingBelowTheOther() {
    browser.open(core, "#DL-1/2");
    browser.size(500, 900);
    try {
      assertThat(browser.text("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
          .isEqualTo("true");
    } finally {
      browser.size(1440, 1000);
    }
  }
}
