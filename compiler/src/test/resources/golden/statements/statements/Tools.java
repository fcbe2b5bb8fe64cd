// Generated from statements.graphline:10. Do not edit.
package statements;

import com.acme.Thing;
import java.time.Duration;

/**
 * The extern {@code Tools} of statements.graphline.
 */
public interface Tools {
  /**
   * Makes a thing.
   */
  Thing make(int n);

  void log(String t);

  void note(int n);

  boolean coin();

  int pick();

  Thing risky(Thing t) throws Exception;

  Duration delay();
}
