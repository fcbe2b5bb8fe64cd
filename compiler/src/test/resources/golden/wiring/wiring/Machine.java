// Generated from wiring.graphline:19. Do not edit.
package wiring;

import com.acme.Job;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * A machine with a slot for each of its jobs.
 *
 * <p>Whoever implements it keeps to its contract:
 * <pre>
 * contract {
 *   repeat select {
 *     for i in 0..slots - 1 {
 *       receive j from work[i] =&gt; {
 *         choose {
 *           send j to done;
 *         }
 *         or {
 *         }
 *       }
 *     }
 *   }
 * }
 * </pre>
 */
@SuppressWarnings("this-escape")
public abstract class Machine extends Desk {
  protected final In<Job>[] work;

  protected final Out<Job> done;

  protected final int slots;

  protected Machine(int slots) {
    super("wiring.graphline");
    this.slots = Checks.range(1, 4, slots);
    work = in("work", slots);
    done = out("done");
  }

  @Override
  protected abstract void work() throws Exception;

  /**
   * Makes a {@code Machine} for a desk.
   */
  @FunctionalInterface
  public interface Maker {
    Machine make(int slots);
  }
}
