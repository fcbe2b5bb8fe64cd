// Generated from wiring.graphline:27. Do not edit.
package wiring;

import com.acme.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.graphline.runtime.CallJunction;
import org.graphline.runtime.Caller;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Inbox;
import org.graphline.runtime.Junction;
import org.graphline.runtime.Network;
import org.graphline.runtime.Never;
import org.graphline.runtime.Options;
import org.graphline.runtime.Outbox;
import org.graphline.runtime.Phase;
import org.graphline.runtime.Report;
import org.graphline.runtime.Room;
import org.graphline.runtime.Wiring;

/**
 * The graph {@code Shop} of wiring.graphline.
 */
public final class Shop implements AutoCloseable {
  private final Network network;

  private final List<Inbox<Job>> jobs;

  private final Outbox<Job> done;

  private final Caller<Job, Integer> ask;

  private Shop(Builder builder) {
    Wiring wiring = new Wiring("Shop");
    Desks desks = new Desks(wiring, builder.n, builder.mood, builder.log, builder.makeMachine);
    jobs = new ArrayList<>();                                               // wiring.graphline:28
    for (int i = 0; i < desks.jobs.size(); i++) {
      jobs.add(wiring.inbox("jobs[" + i + "]"));
      wiring.<Job>line().from(jobs.get(i)).to(desks.jobs.get(i));
    }
    done = wiring.outbox("done");                                           // wiring.graphline:28
    wiring.<Job>line().from(desks.done).to(done);
    ask = wiring.caller("ask");                                             // wiring.graphline:28
    wiring.calls(ask, desks.ask);
    for (int i = 0; i < desks.boss.size(); i++) {
      wiring.calls(desks.boss.get(i), wiring.answerer("boss[" + i + "]", builder.boss.apply(i)));  // wiring.graphline:28
    }
    network = wiring.start(builder.options);
  }

  /**
   * Returns a builder, to be told what {@code Shop} needs.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns where letters for {@code jobs} go in.
   */
  public Inbox<Job> jobs(int index) {
    return jobs.get(index);
  }

  /**
   * Returns where letters from {@code done} come out.
   */
  public Outbox<Job> done() {
    return done;
  }

  /**
   * Returns who asks at {@code ask}.
   */
  public Caller<Job, Integer> ask() {
    return ask;
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
   * The desks of {@code Shop} and the lines between them, added to some network.
   */
  static final class Desks {
    final List<Junction<Job>> jobs;

    final Junction<Job> done;

    final CallJunction<Job, Integer> ask;

    final List<CallJunction<Job, Integer>> boss;

    Desks(Wiring wiring, int n, Mood mood, Log log, Machine.Maker makeMachine) {
      Checks.range(1, 4, n);                                                // wiring.graphline:27
      jobs = new ArrayList<>();                                             // wiring.graphline:28
      for (int i = 0; i < n; i++) {
        jobs.add(wiring.junction("jobs[" + i + "]"));
      }
      done = wiring.junction("done");                                       // wiring.graphline:28
      ask = wiring.callJunction("ask");                                     // wiring.graphline:28
      boss = new ArrayList<>();                                             // wiring.graphline:28
      for (int i = 0; i < 2; i++) {
        boss.add(wiring.callJunction("boss[" + i + "]"));
      }
      Map<Integer, Pass<Job>> p = new TreeMap<>();
      Map<Integer, Asker> a = new TreeMap<>();
      Map<Integer, Never<Job>> never = new TreeMap<>();
      Map<Integer, Marcher> s = new TreeMap<>();
      Machine m = wiring.add("m", makeMachine.make(n));                     // wiring.graphline:29
      for (int i = 0; i <= n - 1; i++) {                                    // wiring.graphline:30
        p.put(i, wiring.add("p[" + i + "]", new Pass<Job>()));              // wiring.graphline:30
      }
      Clerk clerk = wiring.add("clerk", new Clerk(2));                      // wiring.graphline:32
      for (int i = 0; i <= 1; i++) {                                        // wiring.graphline:33
        a.put(i, wiring.add("a[" + i + "]", new Asker()));                  // wiring.graphline:33
        never.put(i, wiring.add("never[" + i + "]", new Never<Job>()));     // wiring.graphline:33
      }
      for (int i = 0; i <= 2; i++) {                                        // wiring.graphline:34
        s.put(i, wiring.add("s[" + i + "]", new Marcher(mood, log)));       // wiring.graphline:34
      }
      for (int i = 0; i <= n - 1; i++) {                                    // wiring.graphline:30
        wiring.<Job>line().from(jobs.get(i)).to(p.get(i).i);                // wiring.graphline:30
        wiring.<Job>line(Room.room(2)).from(p.get(i).o).to(m.work[i]);      // wiring.graphline:30
      }
      wiring.<Job>line().from(m.done).to(done);                             // wiring.graphline:31
      wiring.calls(ask, clerk.ask);                                         // wiring.graphline:32
      for (int i = 0; i <= 1; i++) {                                        // wiring.graphline:33
        wiring.<Job>line().from(never.get(i).items).to(a.get(i).jobs);      // wiring.graphline:33
        wiring.calls(a.get(i).ask, boss.get(i));                            // wiring.graphline:33
      }
      {
        List<Phase> members = new ArrayList<>();                            // wiring.graphline:35
        for (Marcher each : s.values()) {
          members.add(each.step);                                           // wiring.graphline:35
        }
        wiring.barrier("step", members);
      }
    }
  }

  /**
   * Collects what {@code Shop} needs.
   */
  public static final class Builder {
    private Integer n;

    private Mood mood = Mood.BUSY;

    private Log log;

    private Machine.Maker makeMachine;

    private IntFunction<Function<Job, Integer>> boss;

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
     * Sets the parameter {@code mood: Mood}.
     */
    public Builder mood(Mood mood) {
      this.mood = mood;
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
     * Says how to make a {@code Machine}, one for each desk.
     */
    public Builder machine(Machine.Maker makeMachine) {
      this.makeMachine = makeMachine;
      return this;
    }

    /**
     * Says how calls from {@code boss} are answered.
     */
    public Builder boss(IntFunction<Function<Job, Integer>> boss) {
      this.boss = boss;
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
     * Sits everybody down at their desks and returns the running {@code Shop}.
     *
     * @throws IllegalStateException if something that Shop needs has not been said
     */
    public Shop start() {
      said(n, "n", "a value for n: 1..4");
      said(mood, "mood", "a value for mood: Mood");
      said(log, "log", "an implementation of Log");
      said(makeMachine, "machine", "somebody who makes Machine desks, which are written in Java");
      said(boss, "boss", "somebody who answers calls from boss");
      return new Shop(this);
    }

    private static void said(Object given, String method, String what) {
      if (given == null) {
        throw new IllegalStateException("Shop needs " + what + ": call " + method + "(…) before start()");
      }
    }
  }
}
