// Generated from hello.graphline:15. Do not edit.
package hello;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Shouter} of hello.graphline.
 */
final class Shouter extends Desk {
  final In<String> quiet = in("quiet");

  final Out<String> loud = out("loud");

  private final Words words;

  Shouter(Words words) {
    super("hello.graphline");
    this.words = words;
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // hello.graphline:19
      String s = at(19).receive(quiet);                                     // hello.graphline:19
      at(19).send(words.shout(s), loud);                                    // hello.graphline:19
    }
  }
}
