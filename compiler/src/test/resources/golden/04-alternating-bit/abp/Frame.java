// Generated from abp.graphline:7. Do not edit.
package abp;

import com.acme.Payload;
import org.graphline.runtime.Checks;

/**
 * The record {@code Frame} of abp.graphline.
 */
public record Frame(int bit, Payload body) {
  public Frame {
    Checks.range(0, 1, bit);
  }
}
