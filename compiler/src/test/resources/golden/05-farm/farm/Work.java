// Generated from farm.graphline:8. Do not edit.
package farm;

import com.acme.Part;
import com.acme.Result;

/**
 * The extern {@code Work} of farm.graphline.
 */
public interface Work {
  Part next();

  Result run(Part p);

  Result merge(Result a, Result b);

  void show(Result r);

  Result zero();
}
