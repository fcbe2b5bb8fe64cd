// Generated from depot.graphline:8. Do not edit.
package store;

import com.acme.Job;
import org.graphline.runtime.BoundedList;
import org.graphline.runtime.Call;
import org.graphline.runtime.Checks;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Server;
import org.graphline.runtime.Signal;

/**
 * The component {@code Store} of depot.graphline.
 */
final class Store extends Desk {
  final Server<Job, Signal> put = server("put");

  final Server<Signal, Job> get = server("get");

  private final int capacity;

  private BoundedList<Job> shelf = new BoundedList<>(8);

  Store(int capacity) {
    super("depot.graphline");
    this.capacity = Checks.range(1, 8, capacity);
  }

  @Override
  protected void work() throws Exception {
    while (repeat()) {                                                      // depot.graphline:13
      switch (at(13).select(                                                // depot.graphline:13
          when(shelf.size() < capacity, accept(put)),                       // depot.graphline:14
          when(!shelf.isEmpty(), accept(get)))) {                           // depot.graphline:15
        case 0 -> {                                                         // depot.graphline:14
          Call<Job, Signal> call = put.accepted();
          Job j = call.request();
          at(14); shelf.add(j);                                             // depot.graphline:14
          at(14).reply(call);                                               // depot.graphline:14
        }
        case 1 -> {                                                         // depot.graphline:15
          Call<Signal, Job> call = get.accepted();
          at(15).reply(call, shelf.removeFirst());                          // depot.graphline:15
        }
      }
    }
  }
}
