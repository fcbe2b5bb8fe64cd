// Generated from statements.graphline:6. Do not edit.
package statements;

import org.graphline.runtime.Checks;

/**
 * The record {@code Tag} of statements.graphline.
 */
public record Tag(Color color, int weight) {
  public Tag {
    Checks.range(0, 9, weight);
  }
}
