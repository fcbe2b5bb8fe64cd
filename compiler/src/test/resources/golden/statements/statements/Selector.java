// Generated from statements.graphline:84. Do not edit.
package statements;

import com.acme.Thing;
import java.time.Duration;
import java.util.Optional;
import org.graphline.runtime.Call;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Client;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;
import org.graphline.runtime.Phase;
import org.graphline.runtime.Server;
import org.graphline.runtime.Signal;

/**
 * Waits for many things.
 */
final class Selector extends Desk {
  final In<Integer>[] left;

  final In<Integer>[] right;

  final In<Thing> other;

  final Out<Integer> seen;

  final Server<Integer, Integer>[] ask;

  final Client<Signal, Thing> help;

  final Phase tick;

  private final int n;

  private final Tools tools;

  private boolean open = true;

  Selector(int n, Tools tools) {
    super("statements.graphline");
    this.n = Checks.range(1, 4, n);
    this.tools = tools;
    left = in("left", n);
    right = in("right", n);
    other = in("other");
    seen = out("seen");
    ask = server("ask", 2);
    help = client("help");
    tick = barrier("tick");
  }

  @Override
  protected void work() throws Exception {
    at(94).sync(tick);                                                      // statements.graphline:94
    while (repeat()) {                                                      // statements.graphline:95
      switch (at(95).select(                                                // statements.graphline:95
          each(0, n - 1, i -> several(
              when(open, receive(left[i])),
              when(!open, receive(right[i])),
              each(0, 1, k -> when(k == 0 || i == 0, end(left[i]))))),      // statements.graphline:96
          each(0, 1, k -> accept(ask[k])),                                  // statements.graphline:103
          receive(other),                                                   // statements.graphline:108
          after(Duration.ofMinutes(1)))) {                                  // statements.graphline:114
        case 0 -> {                                                         // statements.graphline:96
          int i = at(95).picked();
          switch (at(95).picked()) {
            case 0 -> {                                                     // statements.graphline:97
              int a = left[i].letter();
              at(97).send(a, seen);                                         // statements.graphline:97
            }
            case 1 -> {                                                     // statements.graphline:98
              int b = right[i].letter();
              int twice = b;                                                // statements.graphline:98
              at(98).send(twice, seen);                                     // statements.graphline:98
            }
            case 2 -> {                                                     // statements.graphline:99
              int k = at(95).picked();
              open = false;                                                 // statements.graphline:100
            }
          }
        }
        case 1 -> {                                                         // statements.graphline:103
          int k = at(95).picked();
          Call<Integer, Integer> call = ask[k].accepted();
          int q = call.request();
          if (q > 3) {                                                      // statements.graphline:105
            at(105).reply(call, Checks.range(0, 9, q - 1));                 // statements.graphline:105
          } else {                                                          // statements.graphline:105
            Optional<Thing> reply = at(105).callOrRefused(help);            // statements.graphline:105
            if (reply.isEmpty()) {
              throw at(105).stop();                                         // statements.graphline:105
            }
            Thing t = reply.get();
            at(105); tools.risky(t);                                        // statements.graphline:105
            at(105).reply(call, q);                                         // statements.graphline:105
          }
        }
        case 2 -> {                                                         // statements.graphline:108
          switch (at(108).selectPriority(                                   // statements.graphline:108
              sync(tick),                                                   // statements.graphline:109
              receive(other),                                               // statements.graphline:110
              after(Duration.ofSeconds(2)),                                 // statements.graphline:111
              otherwise())) {                                               // statements.graphline:112
            case 0 -> at(109).mark("ticked");                               // statements.graphline:109
            case 1 -> {                                                     // statements.graphline:110
              Thing t = other.letter();
              at(110); tools.risky(t);                                      // statements.graphline:110
            }
            case 2 -> at(111).mark("late");                                 // statements.graphline:111
            case 3 -> {                                                     // statements.graphline:112
              if (at(112).callOrRefused(help).isEmpty()) {                  // statements.graphline:112
                at(112).mark("alone");                                      // statements.graphline:112
              }
            }
          }
        }
        case 3 -> at(114).mark("idle");                                     // statements.graphline:114
      }
    }
  }
}
