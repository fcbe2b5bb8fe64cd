// Generated from wiring.graphline:38. Do not edit.
package wiring;

import com.acme.Job;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.graphline.runtime.CallJunction;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Junction;
import org.graphline.runtime.Network;
import org.graphline.runtime.Never;
import org.graphline.runtime.Options;
import org.graphline.runtime.Outbox;
import org.graphline.runtime.Report;
import org.graphline.runtime.Room;
import org.graphline.runtime.Wire;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Mall} of wiring.graphline.
 */
public final class Mall implements AutoCloseable {
  private final Network network;

  private final Inbox<Job> jobs;

  private final Outbox<Job> done;

  private final Inbox<Mood> moods;

  private final Outbox<Mood> moved;

  private Mall(Builder builder) {
    Wiring wiring = new Wiring("Mall");
    Desks desks = new Desks(wiring, builder.n, builder.log, builder.makeBox, builder.makeMachine, builder.makePlain);
    jobs = wiring.inbox("jobs");                                            // wiring.graphline:39
    wiring.<Job>line().from(jobs).to(desks.jobs);
    done = wiring.outbox("done");                                           // wiring.graphline:39
    wiring.<Job>line().from(desks.done).to(done);
    moods = wiring.inbox("moods");                                          // wiring.graphline:39
    wiring.<Mood>line().from(moods).to(desks.moods);
    moved = wiring.outbox("moved");                                         // wiring.graphline:39
    wiring.<Mood>line().from(desks.moved).to(moved);
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Mall} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where letters for {@code jobs} go in.
   */
  public Inbox<Job> jobs() {
    return jobs;
  }

  /**
   * Returns where letters from {@code done} come out.
   */
  public Outbox<Job> done() {
    return done;
  }

  /**
   * Returns where letters for {@code moods} go in.
   */
  public Inbox<Mood> moods() {
    return moods;
  }

  /**
   * Returns where letters from {@code moved} come out.
   */
  public Outbox<Mood> moved() {
    return moved;
  }

  /**
   * Returns the running network.
   */
  public Network network() {
    return network;
  }

  /**
   * Waits until everybody has gone home.
   */
  public Report join() throws InterruptedException {
    return network.join();
  }

  /**
   * Waits until everybody has gone home, or {@code atMost}; returns whether they have.
   */
  public boolean join(Duration atMost) throws InterruptedException {
    return network.join(atMost);
  }

  /**
   * Closes the exposed in-trays and waits until everybody has gone home.
   */
  @Override
  public void close() {
    network.close();
  }

  /**
   * Cuts every line: whoever waits goes home.
   */
  public void abort() {
    network.abort();
  }

  /**
   * The desks of {@code Mall} and the lines between them, added to some network.
   */
  static final class Desks {
    final Junction<Job> jobs;

    final Junction<Job> done;

    final Junction<Mood> moods;

    final Junction<Mood> moved;

    Desks(Wiring wiring, int n, Log log, Box.Maker makeBox, Machine.Maker makeMachine,
        Supplier<? extends Plain> makePlain) {
      Checks.range(1, 4, n);                                                // wiring.graphline:38
      jobs = wiring.junction("jobs");                                       // wiring.graphline:39
      done = wiring.junction("done");                                       // wiring.graphline:39
      moods = wiring.junction("moods");                                     // wiring.graphline:39
      moved = wiring.junction("moved");                                     // wiring.graphline:39
      Map<Integer, Shop.Desks> shop = new TreeMap<>();
      Map<Integer, Clerk> back = new TreeMap<>();
      Fan fan = wiring.add("fan", new Fan(2 * n));                          // wiring.graphline:40
      Box<Job> box = wiring.add("box", makeBox.make());                     // wiring.graphline:41
      Plain plain = wiring.add("plain", makePlain.get());                   // wiring.graphline:41
      for (int i = 0; i <= 1; i++) {                                        // wiring.graphline:42
        shop.put(i, new Shop.Desks(wiring.within("shop[" + i + "]"), n, Mood.BUSY, log, makeMachine));  // wiring.graphline:42
      }
      Two<Job, Mood> two = wiring.add("two", new Two<Job, Mood>());         // wiring.graphline:46
      Asker late = wiring.add("late", new Asker());                         // wiring.graphline:49
      Never<Job> never = wiring.add("never", new Never<Job>());             // wiring.graphline:49
      Asker c0 = wiring.add("c0", new Asker());                             // wiring.graphline:50
      Never<Job> never2 = wiring.add("never2", new Never<Job>());           // wiring.graphline:50
      for (int i = 0; i <= 1; i++) {                                        // wiring.graphline:51
        back.put(i, wiring.add("back[" + i + "]", new Clerk(i)));           // wiring.graphline:51
      }
      wiring.<Job>copies().from(jobs).to(fan.i).to(plain.i);                // wiring.graphline:43
      for (int i = 0; i <= n - 1; i++) {                                    // wiring.graphline:44
        wiring.<Job>line().from(fan.o[i]).to(shop.get(0).jobs.get(i));      // wiring.graphline:44
        wiring.<Job>line().from(fan.o[n + i]).to(shop.get(1).jobs.get(i));  // wiring.graphline:44
      }
      {
        Wire<Job> line = wiring.<Job>line(Room.dropping(3)).to(box.i);      // wiring.graphline:45
        for (Shop.Desks each : shop.values()) {
          line.from(each.done);                                             // wiring.graphline:45
        }
      }
      wiring.<Job>line().from(box.o).to(two.a);                             // wiring.graphline:47
      wiring.<Job>line().from(two.c).to(done);                              // wiring.graphline:47
      wiring.<Mood>line(Room.overwriting(n)).from(moods).to(two.b);         // wiring.graphline:48
      wiring.<Mood>line().from(two.d).to(moved);                            // wiring.graphline:48
      wiring.<Job>line().from(never.items).to(late.jobs);                   // wiring.graphline:49
      wiring.calls(late.ask, shop.get(0).ask);                              // wiring.graphline:49
      wiring.<Job>line().from(never2.items).to(c0.jobs);                    // wiring.graphline:50
      wiring.calls(c0.ask, shop.get(1).ask);                                // wiring.graphline:50
      for (CallJunction<Job, Integer> end : shop.get(0).boss) {
        wiring.calls(end, back.get(0).ask);                                 // wiring.graphline:52
      }
      for (CallJunction<Job, Integer> end : shop.get(1).boss) {
        wiring.calls(end, back.get(1).ask);                                 // wiring.graphline:53
      }
    }
  }

  /**
   * Collects what {@code Mall} needs.
   */
  public static final class Builder {
    private Integer n;

    private Log log;

    private Box.Maker makeBox;

    private Machine.Maker makeMachine;

    private Supplier<? extends Plain> makePlain;

    private Options options = Options.standard();

    private Builder() {
    }

    /**
     * Sets the parameter {@code n: 1..4}.
     */
    public Builder n(int n) {
      if (n < 1 || n > 4) {
        throw new IllegalArgumentException("n must lie in 1..4, but is " + n);
      }
      this.n = n;
      return this;
    }

    /**
     * Says who does the work of {@code extern Log}.
     */
    public Builder log(Log log) {
      this.log = log;
      return this;
    }

    /**
     * Says how to make a {@code Box}, one for each desk.
     */
    public Builder box(Box.Maker makeBox) {
      this.makeBox = makeBox;
      return this;
    }

    /**
     * Says how to make a {@code Machine}, one for each desk.
     */
    public Builder machine(Machine.Maker makeMachine) {
      this.makeMachine = makeMachine;
      return this;
    }

    /**
     * Says how to make a {@code Plain}, one for each desk.
     */
    public Builder plain(Supplier<? extends Plain> makePlain) {
      this.makePlain = makePlain;
      return this;
    }

    /**
     * Says how to run the network.
     */
    public Builder options(Options options) {
      this.options = options;
      return this;
    }

    /**
     * Sits everybody down at their desks and returns the running {@code Mall}.
     *
     * @throws IllegalStateException if something that Mall needs has not been said
     */
    public Mall start() {
      said(n, "n", "a value for n: 1..4");
      said(log, "log", "an implementation of Log");
      said(makeBox, "box", "somebody who makes Box desks, which are written in Java");
      said(makeMachine, "machine", "somebody who makes Machine desks, which are written in Java");
      said(makePlain, "plain", "somebody who makes Plain desks, which are written in Java");
      return new Mall(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Mall needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
