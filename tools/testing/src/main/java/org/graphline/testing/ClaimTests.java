package org.graphline.testing;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.graphline.checker.engine.Options;
import org.graphline.testing.claims.ClaimNodes;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// A test class whose tests are the claims of a specification, one dynamic test each:
///
/// ```java
/// @GraphlineTest("farm.graphline")
/// class FarmTest implements ClaimTests {}
/// ```
///
/// The annotation alone makes no class a test class for JUnit; the interface does, and fails without the annotation.
public interface ClaimTests {
  /// Returns a container for each network that is checked, with a test for each of its claims and for `error free`. A
  /// specification that does not compile, or claims nothing, is a test that fails.
  @TestFactory
  default Stream<DynamicNode> claims() {
    GraphlineTest asked = getClass().getAnnotation(GraphlineTest.class);
    if (asked == null) {
      throw new IllegalStateException(getClass().getName() + " lacks @GraphlineTest(\"….graphline\")");
    }
    Options options = Options.withClock(System::nanoTime).maxStates(asked.maxStates())
        .maxTime(Duration.ofSeconds(asked.maxSeconds())).timers(asked.timers());
    return ClaimNodes.of(List.of(asked.value()), options, asked.unknown() == GraphlineTest.Unknown.ABORTS);
  }
}
