// Generated from wiring.graphline:25. Do not edit.
package wiring;

import com.acme.Job;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;

/**
 * The component {@code Plain} of wiring.graphline.
 *
 * <p>Whoever implements it keeps to its contract:
 * <pre>
 * contract {
 *   repeat {
 *     receive from i;
 *   }
 * }
 * </pre>
 */
@SuppressWarnings("this-escape")
public abstract class Plain extends Desk {
  protected final In<Job> i = in("i");

  protected Plain() {
    super("wiring.graphline");
  }

  @Override
  protected abstract void work() throws Exception;
}
