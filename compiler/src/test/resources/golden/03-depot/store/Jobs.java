// Generated from depot.graphline:6. Do not edit.
package store;

import com.acme.Job;

/**
 * The extern {@code Jobs} of depot.graphline.
 */
public interface Jobs {
  Job make();

  void use(Job j);
}
