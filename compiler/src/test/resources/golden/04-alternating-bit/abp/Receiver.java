// Generated from abp.graphline:30. Do not edit.
package abp;

import com.acme.Payload;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Receiver} of abp.graphline.
 */
final class Receiver extends Desk {
  final In<Frame> data = in("data");

  final Out<Integer> acks = out("acks");

  final Out<Payload> sink = out("sink");

  private int expected = 0;

  Receiver() {
    super("abp.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // abp.graphline:36
      Frame f = at(37).receive(data);                                       // abp.graphline:37
      if (f.bit() == expected) {                                            // abp.graphline:38
        at(38).send(f.body(), sink);                                        // abp.graphline:38
        expected = 1 - expected;                                            // abp.graphline:38
      }
      at(39).send(f.bit(), acks);                                           // abp.graphline:39
    }
  }
}
