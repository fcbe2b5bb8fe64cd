package org.graphline.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// A test as JUnit ran it.
///
/// @param place `shop.graphline:73`; empty if it has no place in a file
/// @param text  the message of what it threw; empty if nothing
record Executed(String name, TestExecutionResult.Status status, String place, String text) {
  /// Runs the tests of a class and returns them in order.
  static List<Executed> testsOf(Class<?> tests) {
    var all = new ArrayList<Executed>();
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests))
        .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition").build();
    LauncherFactory.create().execute(request, new TestExecutionListener() {
      @Override
      public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failedContainer = test.isContainer() && result.getThrowable().isPresent();
        if (test.isTest() || failedContainer) {
          all.add(of(test, result));
        }
      }
    });
    return all;
  }

  private static Executed of(TestIdentifier test, TestExecutionResult result) {
    String place = test.getSource().filter(FileSource.class::isInstance).map(FileSource.class::cast)
        .map(s -> s.getFile().getName() + ":" + s.getPosition().orElseThrow().getLine()).orElse("");
    return new Executed(test.getDisplayName(), result.getStatus(), place,
        result.getThrowable().map(Throwable::getMessage).orElse(""));
  }

  /// Returns name, status and place, for comparing.
  String line() {
    return name + " | " + status + " | " + place;
  }
}
