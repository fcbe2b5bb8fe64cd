package studio;

/** A canvas that keeps its contract. */
public final class Easel extends Canvas {
  private int count;

  @Override
  protected void work() {
    while (repeat()) {
      if (here().select(receive(strokes), accept(drawn)) == 0) {
        here().send(strokes.letter(), screen);
        count = Math.min(3, count + 1);
      } else {
        here().reply(drawn.accepted(), count);
      }
    }
  }
}
