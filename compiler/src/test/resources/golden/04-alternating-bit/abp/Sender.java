// Generated from abp.graphline:9. Do not edit.
package abp;

import com.acme.Payload;
import java.time.Duration;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Sender} of abp.graphline.
 */
final class Sender extends Desk {
  final In<Payload> source = in("source");

  final Out<Frame> data = out("data");

  final In<Integer> acks = in("acks");

  private int b = 0;

  Sender() {
    super("abp.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // abp.graphline:15
      Payload p = at(16).receive(source);                                   // abp.graphline:16
      at(17).send(new Frame(b, p), data);                                   // abp.graphline:17
      boolean waiting = true;                                               // abp.graphline:18
      while (waiting) {                                                     // abp.graphline:19
        switch (at(20).select(receive(acks), after(Duration.ofMillis(200)))) {  // abp.graphline:20
          case 0 -> {                                                       // abp.graphline:21
            int a = acks.letter();
            waiting = a != b;                                               // abp.graphline:21
          }
          case 1 -> at(22).send(new Frame(b, p), data);                     // abp.graphline:22
        }
      }
      b = 1 - b;                                                            // abp.graphline:25
    }
  }
}
