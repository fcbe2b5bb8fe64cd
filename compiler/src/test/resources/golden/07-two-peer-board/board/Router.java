// Generated from board.graphline:14. Do not edit.
package board;

import org.example.board.Blob;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * Decides which in-tray a message from the other peer goes to.
 */
final class Router extends Desk {
  final In<Msg> wire = in("wire");

  final Out<Blob> strokes = out("strokes");

  final Out<Blob> sounds = out("sounds");

  Router() {
    super("board.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // board.graphline:19
      Msg m = at(20).receive(wire);                                         // board.graphline:20
      switch (m.kind()) {                                                   // board.graphline:21
        case STROKE -> at(22).send(m.body(), strokes);                      // board.graphline:22
        case SOUND -> at(23).send(m.body(), sounds);                        // board.graphline:23
      }
    }
  }
}
