// Generated from wiring.graphline:6. Do not edit.
package wiring;

/**
 * The extern {@code Log} of wiring.graphline.
 */
public interface Log {
  void say(String t);
}
