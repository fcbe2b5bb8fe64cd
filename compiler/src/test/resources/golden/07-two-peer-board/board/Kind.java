// Generated from board.graphline:8. Do not edit.
package board;

/**
 * The enumeration {@code Kind} of board.graphline.
 */
public enum Kind {
  STROKE,

  SOUND
}
