// Generated from statements.graphline:5. Do not edit.
package statements;

/**
 * The enumeration {@code Color} of statements.graphline.
 */
public enum Color {
  RED,

  GREEN,

  BLUE
}
