package hello;

import org.graphline.runtime.Desk;
import org.graphline.runtime.Out;

final class Greeter extends Desk {
  final Out<String> lines = out("lines");

  Greeter() {
    super("hello.graphline");
  }

  @Override
  protected void work() {
    for (int i = 1; i <= 3; i++) {                                       // hello.graphline:8
      at(8).send("hello, graphline", lines);
    }
  }
}
