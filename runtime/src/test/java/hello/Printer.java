package hello;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;

final class Printer extends Desk {
  final In<String> lines = in("lines");
  private final Words words;

  Printer(Words words) {
    super("hello.graphline");
    this.words = words;
  }

  @Override
  protected void work() {
    while (repeat()) {                                                   // hello.graphline:23
      String s = at(23).receive(lines);
      at(23);
      words.print(s);
    }
  }
}
