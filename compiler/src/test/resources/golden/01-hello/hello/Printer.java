// Generated from hello.graphline:23. Do not edit.
package hello;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;

/**
 * The component {@code Printer} of hello.graphline.
 */
final class Printer extends Desk {
  final In<String> lines = in("lines");

  private final Words words;

  Printer(Words words) {
    super("hello.graphline");
    this.words = words;
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // hello.graphline:26
      String s = at(26).receive(lines);                                     // hello.graphline:26
      at(26); words.print(s);                                               // hello.graphline:26
    }
  }
}
