// Generated from statements.graphline:7. Do not edit.
package statements;

import com.acme.Thing;

/**
 * The record {@code Box} of statements.graphline.
 */
public record Box(Tag tag, Thing thing) {
}
