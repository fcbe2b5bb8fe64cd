// Generated from statements.graphline:8. Do not edit.
package statements;

import org.graphline.runtime.BoundedList;

/**
 * The record {@code Stack} of statements.graphline.
 */
public record Stack(BoundedList<Integer> tags) {
}
