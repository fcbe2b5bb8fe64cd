// Generated from wiring.graphline:14. Do not edit.
package wiring;

import com.acme.Job;
import org.graphline.runtime.Call;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Server;

/**
 * The component {@code Clerk} of wiring.graphline.
 */
final class Clerk extends Desk {
  final Server<Job, Integer> ask = server("ask");

  private final int me;

  Clerk(int me) {
    super("wiring.graphline");
    this.me = Checks.range(0, 3, me);
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // wiring.graphline:14
      Call<Job, Integer> call = at(14).accept(ask);                         // wiring.graphline:14
      at(14).reply(call, me);                                               // wiring.graphline:14
    }
  }
}
