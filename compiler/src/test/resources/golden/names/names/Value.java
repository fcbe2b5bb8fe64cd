// Generated from names.graphline:11. Do not edit.
package names;

import java.lang.String;

/**
 * The extern {@code Value} of names.graphline.
 */
public interface Value {
  void show(String x);
}
