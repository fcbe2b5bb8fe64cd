// Generated from board.graphline:9. Do not edit.
package board;

import org.example.board.Blob;

/**
 * The record {@code Msg} of board.graphline.
 */
public record Msg(Kind kind, Blob body) {
}
