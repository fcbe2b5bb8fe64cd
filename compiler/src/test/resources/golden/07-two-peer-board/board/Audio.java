// Generated from board.graphline:11. Do not edit.
package board;

import org.example.board.Blob;

/**
 * The extern {@code Audio} of board.graphline.
 */
public interface Audio {
  Blob mix(Blob a, Blob b);
}
