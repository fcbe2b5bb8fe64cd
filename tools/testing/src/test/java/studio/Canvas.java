// Generated from studio.graphline:4. Do not edit.
package studio;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;
import org.graphline.runtime.Server;
import org.graphline.runtime.Signal;

/**
 * The component {@code Canvas} of studio.graphline.
 *
 * <p>Whoever implements it keeps to its contract:
 * <pre>
 * contract {
 *   repeat select {
 *     receive stroke from strokes =&gt; {
 *       send stroke to screen;
 *     }
 *     accept from drawn =&gt; {
 *       reply anything;
 *     }
 *   }
 * }
 * </pre>
 */
@SuppressWarnings("this-escape")
public abstract class Canvas extends Desk {
  protected final In<Integer> strokes = in("strokes");

  protected final Out<Integer> screen = out("screen");

  protected final Server<Signal, Integer> drawn = server("drawn");

  protected Canvas() {
    super("studio.graphline");
  }

  @Override
  protected abstract void work() throws Exception;
}
