package org.graphline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.graphline.cli.console.World;
import org.graphline.testing.claims.SpecPaths;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult.Status;

/// What `@GraphlineTest` makes of specifications. The classes below are disabled for everybody but these tests.
@Timeout(60)
class ClaimTestsTest {
  @Disabled @GraphlineTest("inn.graphline")
  static class Inn implements ClaimTests {}

  @Disabled @GraphlineTest("wrong")
  static class Broken implements ClaimTests {}

  @Disabled @GraphlineTest("nowhere.graphline")
  static class Missing implements ClaimTests {}

  @Disabled @GraphlineTest(value = "shop.graphline", maxStates = 2)
  static class Small implements ClaimTests {}

  @Disabled @GraphlineTest(value = "shop.graphline", maxStates = 2, unknown = GraphlineTest.Unknown.ABORTS)
  static class Tolerant implements ClaimTests {}

  @Disabled @GraphlineTest("rings.graphline")
  static class Rings implements ClaimTests {}

  @Disabled
  static class Bare implements ClaimTests {}

  @Test void everyClaimAndEveryLineOfAScenarioIsATestAtItsPlace() {
    assertThat(Executed.testsOf(Inn.class)).extracting(Executed::line).containsExactly(
        "deadlock free | FAILED | inn.graphline:23",
        "error free | SUCCESSFUL | inn.graphline:23",
        "not terminates | SUCCESSFUL | inn.graphline:24",
        "not error free | FAILED | inn.graphline:24",
        "\"who pays first\" can guest.money, guest.money | FAILED | inn.graphline:27",
        "\"who pays first\" cannot cook.dish, guest.money | SUCCESSFUL | inn.graphline:28",
        "error free | SUCCESSFUL | inn.graphline:26");
  }

  @Test void whatIsClaimedOfAllSizesIsOneTest() {
    assertThat(Executed.testsOf(Rings.class)).extracting(Executed::line).containsExactly(
        "deadlock free | SUCCESSFUL | rings.graphline:10",
        "error free | SUCCESSFUL | rings.graphline:10",
        "deadlock free | FAILED | rings.graphline:11",
        "error free | SUCCESSFUL | rings.graphline:11");
  }

  @Test void aViolationFailsWithTheStoryThatTheCommandLinePrints() {
    List<String> lines = Executed.testsOf(Inn.class).getFirst().text().lines().map(String::stripTrailing).toList();
    assertThat(lines.getFirst()).startsWith("src/test/graphline/inn.graphline  Inn");
    assertThat(String.join("\n", lines.subList(1, 14))).isEqualTo("""

        ✗ DL-1  deadlock, certain, after 1 step   claimed: deadlock free
                cook cannot send dish until guest takes it
                guest cannot send money until cook takes it

           who waits for whom
                cook ──send dish──▶ guest ──send money──▶ cook
                cook   wants to send dish   src/test/graphline/inn.graphline:6   waits for guest
                guest  wants to send money  src/test/graphline/inn.graphline:12  waits for cook

                guest                  cook
                  │── money ────────────▶│                      inn.graphline:12 → :6
                  │                      ╳ wants to send dish   inn.graphline:6""");
    assertThat(lines).anyMatch(line -> line.contains("par { send money  receive dish }"))
        .anyMatch(line -> line.contains("graphline explain DL"));
  }

  @Test void whatHoldsThoughItWasDeniedSaysSo() {
    assertThat(Executed.testsOf(Inn.class).get(3).text()).contains("it holds, though it was claimed not to");
  }

  @Test void theUnknownFailsWithItsReason() {
    List<Executed> tests = Executed.testsOf(Small.class);
    assertThat(tests).filteredOn(t -> t.name().equals("terminates")).singleElement().satisfies(t -> {
      assertThat(t.line()).isEqualTo("terminates | FAILED | shop.graphline:78");
      assertThat(t.text()).contains("unknown: ", "the limit of 2 states was reached");
    });
  }

  @Test void theUnknownIsAbortedIfTheAnnotationSaysSoAndNeverPasses() {
    assertThat(Executed.testsOf(Tolerant.class)).filteredOn(t -> t.name().equals("terminates")).singleElement()
        .satisfies(t -> {
          assertThat(t.line()).isEqualTo("terminates | ABORTED | shop.graphline:78");
          assertThat(t.text()).contains("the limit of 2 states was reached");
        });
  }

  @Test void whatDoesNotCompileIsATestThatFailsWithItsDiagnostics() {
    assertThat(Executed.testsOf(Broken.class)).singleElement().satisfies(t -> {
      assertThat(t.line())
          .isEqualTo("src/test/graphline/wrong/broken.graphline compiles | FAILED | broken.graphline:2");
      assertThat(t.text()).contains("error[GL02", "receive from b");
    });
  }

  @Test void aFileThatIsNotThereIsATestThatFails() {
    assertThat(Executed.testsOf(Missing.class)).extracting(Executed::status, Executed::text)
        .containsExactly(tuple(
            Status.FAILED, "there is no file nowhere.graphline"));
  }

  @Test void theInterfaceWithoutTheAnnotationFails() {
    assertThat(Executed.testsOf(Bare.class)).singleElement()
        .satisfies(t -> assertThat(t.text()).contains("lacks @GraphlineTest"));
  }

  @Test void specificationsAreLookedForInTheUsualFolders() {
    assertThat(World.real().directory().resolve("src/test/graphline/shop.graphline")).exists();
    assertThat(Path.of("shop.graphline")).doesNotExist();
    assertThat(SpecPaths.find("shop.graphline"))
        .isEqualTo("src/test/graphline/shop.graphline");
  }
}
