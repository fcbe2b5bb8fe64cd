// Generated from names.graphline:13. Do not edit.
package names;

import java.lang.Exception;
import java.lang.Integer;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import java.util.Map;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Out;

/**
 * The component {@code Driver} of names.graphline.
 */
final class Driver extends Desk {
  final In<String> public_ = in("public");

  final In<byte[]> In = in("In");

  final Out<Record> private_ = out("private");

  final Out<Map<String, List<Integer>>> final_ = out("final");

  final In<Map.Entry<String, String>> entries = in("entries");

  private final int value;

  private final boolean Desk;

  private final Optional optional;

  private final Value value_;

  private int this_;

  private boolean at;

  Driver(int value, boolean Desk, Optional optional, Value value_) {
    super("names.graphline");
    this.value = Checks.range(0, 3, value);
    this.Desk = Desk;
    this.optional = optional;
    this.value_ = value_;
  }

  @Override
  protected void work() throws Exception {
    this_ = value;                                                          // names.graphline:19
    at = Desk;                                                              // names.graphline:20
    Case Case_ = Case.Case;                                                 // names.graphline:22
    Record short_ = new Record(this_, at, Case_);                           // names.graphline:23
    at(24).sendOrRefused(short_, private_);                                 // names.graphline:24
    java.util.Optional<String> letter = at(25).receiveOrEnd(public_);       // names.graphline:25
    if (letter.isEmpty()) {
      throw at(25).stop();                                                  // names.graphline:25
    }
    String letter_ = letter.get();
    at(26); value_.show(letter_);                                           // names.graphline:26
    at(27); optional.new_();                                                // names.graphline:27
    var held = new Object() { int value__ = 0; };                           // names.graphline:28
    at(29).par(                                                             // names.graphline:29
        () -> held.value__ = 2,                                             // names.graphline:30
        () -> {                                                             // names.graphline:31
          if (at(31).receiveOrEnd(In).isEmpty()) {                          // names.graphline:31
            throw at(31).stop();                                            // names.graphline:31
          }
        });
    Record line = at(33).result("Optional.notify", optional.notify_(held.value__));  // names.graphline:33
    at(34); if (line.static_() == at(34).result("Optional.getClass", optional.getClass_()) && !line.toString_()) {  // names.graphline:34
      this_ = line.hashCode_();                                             // names.graphline:34
    }
    switch (at(35).choose(2)) {                                             // names.graphline:35
      case 0 -> {                                                           // names.graphline:35
      }
      case 1 -> at = this_ == 2;                                            // names.graphline:35
    }
    at(36).close(final_);                                                   // names.graphline:36
    at(37).receiveOrEnd(entries);                                           // names.graphline:37
  }
}
