// Generated from board.graphline:30. Do not edit.
package board;

import org.example.board.Blob;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * Wraps what happens here for the other peer.
 */
final class Uplink extends Desk {
  final In<Blob> strokes = in("strokes");

  final In<Blob> sounds = in("sounds");

  final Out<Msg> wire = out("wire");

  Uplink() {
    super("board.graphline");
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // board.graphline:35
      switch (at(35).select(receive(strokes), receive(sounds))) {           // board.graphline:35
        case 0 -> {                                                         // board.graphline:36
          Blob s = strokes.letter();
          at(36).send(new Msg(Kind.STROKE, s), wire);                       // board.graphline:36
        }
        case 1 -> {                                                         // board.graphline:37
          Blob s = sounds.letter();
          at(37).send(new Msg(Kind.SOUND, s), wire);                        // board.graphline:37
        }
      }
    }
  }
}
