// Generated from statements.graphline:25. Do not edit.
package statements;

import com.acme.Thing;
import java.time.Duration;
import java.util.Optional;
import org.graphline.runtime.BoundedList;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * Does everything that needs one in-tray
 * and one out-tray.
 */
final class Sequential extends Desk {
  /**
   * What comes in.
   */
  final In<Integer> numbers = in("numbers");

  final Out<Integer> results = out("results");

  final Out<Box> boxes = out("boxes");

  private final int start;

  private final Tools tools;

  private int x;

  private BoundedList<Integer> queue = new BoundedList<>(4);

  private Color best = Color.GREEN;

  private Thing thing;

  Sequential(int start, Tools tools) {
    super("statements.graphline");
    this.start = Checks.range(0, 9, start);
    this.tools = tools;
  }

  @Override
  protected void work() throws Exception {
    x = start;                                                              // statements.graphline:30
    at(33); thing = tools.make(2);                                          // statements.graphline:33
    int double_ = x * 2;                                                    // statements.graphline:35
    int big = 0;                                                            // statements.graphline:36
    if (double_ > 9) {                                                      // statements.graphline:37
      big = 9;                                                              // statements.graphline:37
    } else if (double_ == 4 || double_ == 6) {                              // statements.graphline:37
      big = double_ % 5;                                                    // statements.graphline:37
    } else {                                                                // statements.graphline:37
      big = x / 3;                                                          // statements.graphline:37
    }
    int first = at(38).receive(numbers);                                    // statements.graphline:38
    at(39); queue.add(first);                                               // statements.graphline:39
    at(40); queue.add(queue.first());                                       // statements.graphline:40
    BoundedList<Integer> copy = queue.copy();                               // statements.graphline:41
    at(42); if (copy.equals(queue) && copy.at(0).equals(queue.at(1)) && copy.first() != 8) {  // statements.graphline:42
      at(42); tools.log("same \"text\" \\ and more");                       // statements.graphline:42
    }
    for (int i = 1; i <= 3; i++) {                                          // statements.graphline:43
      for (int j = i, last = x; j <= last; j++) {                           // statements.graphline:44
        x = j;                                                              // statements.graphline:44
      }
    }
    while (!queue.isEmpty() && queue.size() < 4) {                          // statements.graphline:46
      at(47); int head = queue.removeFirst();                               // statements.graphline:47
      switch (head) {                                                       // statements.graphline:48
        case 0 -> at(49).mark("zero");                                      // statements.graphline:49
        case 1 -> {                                                         // statements.graphline:50
          at(50).mark("one");                                               // statements.graphline:50
          at(50).send(x, results);                                          // statements.graphline:50
        }
        default -> at(51).send(head, results);                              // statements.graphline:51
      }
    }
    switch (best) {                                                         // statements.graphline:54
      case RED -> throw at(55).stop();                                      // statements.graphline:55
      case GREEN -> best = Color.BLUE;                                      // statements.graphline:56
      case BLUE -> {                                                        // statements.graphline:57
      }
    }
    if (x > 3) {                                                            // statements.graphline:59
      at(59).mark("large");                                                 // statements.graphline:59
    } else {                                                                // statements.graphline:59
      at(59).mark("small");                                                 // statements.graphline:59
    }
    Tag tag = new Tag(best, x);                                             // statements.graphline:60
    if (!at(61).sendOrRefused(new Box(tag, tools.risky(thing)), boxes)) {   // statements.graphline:61
      at(61).mark("nobody");                                                // statements.graphline:61
    }
    at(62).sendOrRefused(big, results);                                     // statements.graphline:62
    if (at(63).receiveOrEnd(numbers).isEmpty()) {                           // statements.graphline:63
      at(63).mark("finished");                                              // statements.graphline:63
    }
    at(64); if (at(64).result("Tools.coin", tools.coin()) && at(64).result("Tools.pick", Checks.range(0, 3, tools.pick())) == 2) {  // statements.graphline:64
      x = at(64).result("Tools.pick", Checks.range(0, 3, tools.pick()));    // statements.graphline:64
    }
    switch (at(65).choose(3)) {                                             // statements.graphline:65
      case 0 -> x = 1;                                                      // statements.graphline:65
      case 1 -> x = 2;                                                      // statements.graphline:65
      case 2 -> throw at(65).stop();                                        // statements.graphline:65
    }
    at(66); x = Checks.range(0, 9, x + 1);                                  // statements.graphline:66
    at(67); Checks.holds(x <= 9, "x <= 9");                                 // statements.graphline:67
    Stack stack = new Stack(queue.copy());                                  // statements.graphline:68
    if (stack.tags().isFull()) {                                            // statements.graphline:69
      queue = stack.tags().copy();                                          // statements.graphline:69
    }
    at(70).pause(Duration.ofMillis(5));                                     // statements.graphline:70
    at(71).pause(tools.delay());                                            // statements.graphline:71
    at(72).close(results);                                                  // statements.graphline:72
    Optional<Integer> letter = at(73).receiveOrEnd(numbers);                // statements.graphline:73
    if (letter.isEmpty()) {
      throw at(73).stop();                                                  // statements.graphline:73
    }
    int last = letter.get();
    at(74); tools.note(last);                                               // statements.graphline:74
    at(75); tools.note(x < 5 ? last : tag.weight());                        // statements.graphline:75
    {
      int inner = 1;                                                        // statements.graphline:76
      at(76); tools.note(inner);                                            // statements.graphline:76
    }
    {
      int inner = 2;                                                        // statements.graphline:77
      at(77); tools.note(inner);                                            // statements.graphline:77
    }
    if (at(78).result("Tools.coin", tools.coin())) {                        // statements.graphline:78
      throw at(78).stop();                                                  // statements.graphline:78
    }
    while (true) {                                                          // statements.graphline:79
      at(79).receive(numbers);                                              // statements.graphline:79
    }
  }
}
