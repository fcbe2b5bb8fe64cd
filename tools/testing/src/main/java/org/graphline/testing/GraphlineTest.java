package org.graphline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.graphline.model.semantics.Timers;

/// Says which specifications a class that implements [ClaimTests] turns into tests.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface GraphlineTest {
  /// Files and folders; a folder stands for all `.graphline` files below it. What lies neither below the directory in
  /// which tests run nor at an absolute place is looked for in `src/main/graphline` and `src/test/graphline`.
  String[] value();

  /// What becomes of a test if nothing is known of its claim within the bounds. It never passes.
  Unknown unknown() default Unknown.FAILS;

  /// How many states may be stored for one graph.
  long maxStates() default Long.MAX_VALUE;

  /// How many seconds one graph may take.
  long maxSeconds() default 24 * 60 * 60;

  /// When an armed timer may fire.
  Timers timers() default Timers.ANY;

  /// What becomes of a test of which nothing is known.
  enum Unknown {
    FAILS, ABORTS
  }
}
