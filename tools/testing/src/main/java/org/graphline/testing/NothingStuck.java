package org.graphline.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphline.runtime.Backend;
import org.graphline.runtime.Network;
import org.graphline.runtime.Network.Waiting;
import org.graphline.runtime.Outcome;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Sees that every network that was started has come to its end: `NothingStuck.verify()` at the end of a test, or
/// `@ExtendWith(NothingStuck.class)` for the networks that each test of a class starts. Where tests run at the same
/// time in one JVM, name the networks.
///
/// A network that has ended costs no time. One that has not is waited for, then cut off, and the test fails with the
/// name and the line of everybody who is still there.
public final class NothingStuck implements BeforeEachCallback, AfterEachCallback {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(NothingStuck.class);

  /// Sees that all networks of this JVM have ended, or do within five seconds.
  ///
  /// @throws AssertionError naming who is still there
  public static void verify() {
    verify(GRACE);
  }

  /// Sees that all networks of this JVM have ended, or do within `grace` each.
  ///
  /// @throws AssertionError naming who is still there
  public static void verify(Duration grace) {
    verify(grace, Backend.installed().running());
  }

  /// Sees that these networks have ended, or do within `grace` each.
  ///
  /// @throws AssertionError naming who is still there
  public static void verify(Duration grace, List<Network> networks) {
    var stuck = new ArrayList<String>();
    for (Network network : networks) {
      if (!hasEnded(network, grace)) {
        stuck.add(describe(network));
        network.abort();
      }
    }
    if (!stuck.isEmpty()) {
      throw new AssertionError(String.join("\n", stuck));
    }
  }

  private static boolean hasEnded(Network network, Duration grace) {
    try {
      return network.join(grace);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String describe(Network network) {
    List<Waiting> waiting = network.describeWaiting();
    Set<String> waiters = waiting.stream().map(Waiting::desk).collect(Collectors.toSet());
    List<String> busy = network.report().outcomes().stream().filter(Outcome.AtWork.class::isInstance)
        .map(Outcome::desk).filter(desk -> !waiters.contains(desk)).toList();
    var text = new StringBuilder("a network has not ended:\n");
    waiting.forEach(each -> text.append("   ").append(each).append('\n'));
    busy.forEach(desk -> text.append("   ").append(desk).append(" is busy in Java\n"));
    return text.toString();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put("before", new HashSet<>(Backend.installed().running()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Set<?> before = context.getStore(NAMESPACE).get("before", Set.class);
    verify(GRACE, Backend.installed().running().stream().filter(network -> !before.contains(network)).toList());
  }
}
