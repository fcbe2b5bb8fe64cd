// Generated from statements.graphline:120. Do not edit.
package statements;

import java.time.Duration;
import org.graphline.runtime.Call;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;
import org.graphline.runtime.Server;
import org.graphline.runtime.Signal;

/**
 * Works on several things at once.
 */
final class Parallel extends Desk {
  final In<Integer>[] items;

  final Out<Integer>[] copies;

  final Server<Integer, Signal> ask;

  private final int n;

  private final Tools tools;

  Parallel(int n, Tools tools) {
    super("statements.graphline");
    this.n = Checks.range(1, 4, n);
    this.tools = tools;
    items = in("items", n);
    copies = out("copies", n);
    ask = server("ask");
  }

  @Override
  protected void work() throws Exception {
    var total = new Object() { int value = 0; };                            // statements.graphline:125
    var rounds = new Object() { int value = 0; };                           // statements.graphline:126
    for (int each = 1; each <= 3; each++) {                                 // statements.graphline:127
      int round = each;
      rounds.value = round;                                                 // statements.graphline:128
      at(129).par(                                                          // statements.graphline:129
          () -> {                                                           // statements.graphline:130
            Call<Integer, Signal> call = at(130).accept(ask);               // statements.graphline:130
            int q = call.request();
            total.value = q;                                                // statements.graphline:130
            at(130).reply(call);                                            // statements.graphline:130
          },
          () -> {                                                           // statements.graphline:131
            for (int i = 0; i <= n - 1; i++) {                              // statements.graphline:131
              at(131).send(round, copies[i]);                               // statements.graphline:131
            }
          },
          () -> {                                                           // statements.graphline:132
            if (rounds.value == 9) {                                        // statements.graphline:132
              throw at(132).stop();                                         // statements.graphline:132
            }
          },
          () -> {                                                           // statements.graphline:133
            at(133).parFor(0, n - 1, i -> {                                 // statements.graphline:133
              var own = new Object() { int value = 0; };                    // statements.graphline:134
              int x = at(135).receive(items[i]);                            // statements.graphline:135
              own.value = x;                                                // statements.graphline:136
              at(137).par(                                                  // statements.graphline:137
                  () -> {                                                   // statements.graphline:137
                    at(137); tools.note(own.value);                         // statements.graphline:137
                  },
                  () -> {                                                   // statements.graphline:137
                    at(137); tools.note(rounds.value);                      // statements.graphline:137
                  });
              own.value = 9 - own.value;                                    // statements.graphline:138
              at(139); tools.note(own.value);                               // statements.graphline:139
            });
          });
      at(142); tools.note(total.value);                                     // statements.graphline:142
    }
    at(144).par();                                                          // statements.graphline:144
    {
      Call<Integer, Signal> call = at(145).accept(ask);                     // statements.graphline:145
      int q = call.request();
      at(145).par(                                                          // statements.graphline:145
          () -> {                                                           // statements.graphline:145
            at(145); tools.note(q);                                         // statements.graphline:145
          },
          () -> {                                                           // statements.graphline:145
            at(145).pause(Duration.ofMillis(1));                            // statements.graphline:145
            at(145).reply(call);                                            // statements.graphline:145
          });
    }
    while (repeat()) {                                                      // statements.graphline:146
      while (again()) {                                                     // statements.graphline:146
        Call<Integer, Signal> call = at(146).accept(ask);                   // statements.graphline:146
        at(146).reply(call);                                                // statements.graphline:146
      }
    }
  }
}
