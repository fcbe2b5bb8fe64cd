package whiteboard.whole.repaired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.whiteboard.Body;
import org.example.whiteboard.Line;
import org.example.whiteboard.Place;
import org.example.whiteboard.Sound;
import org.example.whiteboard.Stamp;

/** Does the work of all externs, and writes down what is drawn. */
final class Notebook implements Drawing, Pen, Pages, Parsing, Mixing, Stamps {
  private final List<String> drawn = Collections.synchronizedList(new ArrayList<>());
  private final List<Sound> heard = new ArrayList<>();
  private final Set<Stamp> seen = new HashSet<>();
  private final AtomicInteger count = new AtomicInteger();

  /** Returns what was drawn, in this order. */
  List<String> drawn() {
    synchronized (drawn) {
      return List.copyOf(drawn);
    }
  }

  @Override
  public void draw(Command c) {
    drawn.add(c.op() + " " + c.body().value());
  }

  @Override
  public Body image() {
    return new Body(drawn());
  }

  @Override
  public Body stroke(Color c, boolean erasing, Place at) {
    return new Body("at " + at.value());
  }

  @Override
  public Body file(int page) {
    return new Body("page " + page);
  }

  @Override
  public Body none() {
    return new Body("");
  }

  @Override
  public Line tokens(Line l) {
    return l;
  }

  @Override
  public Command command(Line l) {
    return new Command(Op.DRAW, new Body("typed " + l.value()));
  }

  @Override
  public synchronized void add(TaggedSound s) {
    heard.add(s.sound());
  }

  @Override
  public synchronized boolean isActive() {
    return !heard.isEmpty();
  }

  @Override
  public synchronized Sound mix() {
    var mix = new Sound(List.copyOf(heard));
    heard.clear();
    return mix;
  }

  @Override
  public Stamp next() {
    return new Stamp(count.incrementAndGet());
  }

  @Override
  public synchronized boolean isNew(Stamp s) {
    return seen.add(s);
  }
}
