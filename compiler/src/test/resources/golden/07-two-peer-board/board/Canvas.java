// Generated from board.graphline:61. Do not edit.
package board;

import org.example.board.Blob;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Canvas} of board.graphline.
 *
 * <p>Whoever implements it keeps to its contract:
 * <pre>
 * contract {
 *   repeat {
 *     receive s from strokes;
 *     send anything to screen;
 *   }
 * }
 * </pre>
 */
@SuppressWarnings("this-escape")
public abstract class Canvas extends Desk {
  protected final In<Blob> strokes = in("strokes");

  protected final Out<Blob> screen = out("screen");

  protected Canvas() {
    super("board.graphline");
  }

  @Override
  protected abstract void work() throws Exception;
}
