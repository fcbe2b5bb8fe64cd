// Generated from names.graphline:41. Do not edit.
package names;

import java.lang.Exception;
import java.lang.Integer;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import java.util.Map;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Names2} of names.graphline.
 */
final class Names2 extends Desk {
  final Out<Map<String, List<Integer>>> n = out("n");

  final In<Map<String, List<Integer>>> names = in("names");

  Names2() {
    super("names.graphline");
  }

  @Override
  protected void work() throws Exception {
    Map<String, List<Integer>> x = at(41).receive(names);                   // names.graphline:41
    at(41).send(x, n);                                                      // names.graphline:41
  }
}
