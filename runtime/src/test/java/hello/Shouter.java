package hello;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

final class Shouter extends Desk {
  final In<String> quiet = in("quiet");
  final Out<String> loud = out("loud");
  private final Words words;

  Shouter(Words words) {
    super("hello.graphline");
    this.words = words;
  }

  @Override
  protected void work() {
    while (repeat()) {                                                   // hello.graphline:16
      String s = at(16).receive(quiet);
      at(16).send(words.shout(s), loud);
    }
  }
}
