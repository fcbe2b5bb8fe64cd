// Generated from wiring.graphline:5. Do not edit.
package wiring;

/**
 * The enumeration {@code Mood} of wiring.graphline.
 */
public enum Mood {
  CALM,

  BUSY
}
