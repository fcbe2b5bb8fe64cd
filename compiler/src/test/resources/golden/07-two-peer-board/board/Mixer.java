// Generated from board.graphline:43. Do not edit.
package board;

import java.time.Duration;
import org.example.board.Blob;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * Never keeps the router waiting for a microphone that is switched off.
 */
final class Mixer extends Desk {
  final In<Blob> far = in("far");

  final In<Blob> near = in("near");

  final Out<Blob> speaker = out("speaker");

  private final Audio audio;

  Mixer(Audio audio) {
    super("board.graphline");
    this.audio = audio;
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // board.graphline:48
      switch (at(48).select(receive(far), receive(near))) {                 // board.graphline:48
        case 0 -> {                                                         // board.graphline:49
          Blob f = far.letter();
          switch (at(49).select(receive(near), after(Duration.ofMillis(20)))) {  // board.graphline:49
            case 0 -> {                                                     // board.graphline:50
              Blob n = near.letter();
              at(50).send(audio.mix(f, n), speaker);                        // board.graphline:50
            }
            case 1 -> at(51).send(f, speaker);                              // board.graphline:51
          }
        }
        case 1 -> {                                                         // board.graphline:53
          Blob n = near.letter();
          switch (at(53).select(receive(far), after(Duration.ofMillis(20)))) {  // board.graphline:53
            case 0 -> {                                                     // board.graphline:54
              Blob f = far.letter();
              at(54).send(audio.mix(f, n), speaker);                        // board.graphline:54
            }
            case 1 -> at(55).send(n, speaker);                              // board.graphline:55
          }
        }
      }
    }
  }
}
