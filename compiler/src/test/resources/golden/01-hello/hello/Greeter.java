// Generated from hello.graphline:8. Do not edit.
package hello;

import org.graphline.runtime.Desk;
import org.graphline.runtime.Out;

/**
 * The component {@code Greeter} of hello.graphline.
 */
final class Greeter extends Desk {
  final Out<String> lines = out("lines");

  Greeter() {
    super("hello.graphline");
  }

  @Override
  protected void work() throws Exception {
    for (int i = 1; i <= 3; i++) {                                          // hello.graphline:11
      at(11).send("hello, graphline", lines);                               // hello.graphline:11
    }
  }
}
