// Generated from names.graphline:9. Do not edit.
package names;

import org.graphline.runtime.Checks;

/**
 * The record {@code Record} of names.graphline.
 */
public record Record(int hashCode_, boolean toString_, Case static_) {
  public Record {
    Checks.range(0, 3, hashCode_);
  }
}
