// Generated from wiring.graphline:15. Do not edit.
package wiring;

import org.graphline.runtime.Desk;
import org.graphline.runtime.Phase;

/**
 * The component {@code Marcher} of wiring.graphline.
 */
final class Marcher extends Desk {
  final Phase step = barrier("step");

  private final Mood mood;

  private final Log log;

  Marcher(Mood mood, Log log) {
    super("wiring.graphline");
    this.mood = mood;
    this.log = log;
  }

  @Override
  protected void work() throws Exception {
    for (int i = 1; i <= 3; i++) {                                          // wiring.graphline:15
      at(15).sync(step);                                                    // wiring.graphline:15
      at(15); log.say("step");                                              // wiring.graphline:15
    }
  }
}
