// Generated from wiring.graphline:24. Do not edit.
package wiring;

import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Box} of wiring.graphline.
 *
 * <p>It has no contract: it may do anything at any time.
 */
@SuppressWarnings("this-escape")
public abstract class Box<T> extends Desk {
  protected final In<T> i = in("i");

  protected final Out<T> o = out("o");

  protected Box() {
    super("wiring.graphline");
  }

  @Override
  protected abstract void work() throws Exception;

  /**
   * Makes a {@code Box} for a desk.
   */
  @FunctionalInterface
  public interface Maker {
    <T> Box<T> make();
  }
}
