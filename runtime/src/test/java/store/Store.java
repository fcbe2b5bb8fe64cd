package store;

import org.graphline.runtime.BoundedList;
import org.graphline.runtime.Call;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Server;
import org.graphline.runtime.Signal;

final class Store extends Desk {
  final Server<String, Signal> put = server("put");
  final Server<Signal, String> get = server("get");
  private final int capacity;
  private final BoundedList<String> shelf = new BoundedList<>(8);

  Store(int capacity) {
    super("store.graphline");
    this.capacity = capacity;
  }

  @Override
  protected void work() {
    while (repeat()) {                                                   // store.graphline:11
      switch (at(11).select(
          when(shelf.size() < capacity, accept(put)),
          when(!shelf.isEmpty(), accept(get)))) {
        case 0 -> {                                                      // accept j from put
          Call<String, Signal> call = put.accepted();
          String j = call.request();
          shelf.add(j);
          at(12).reply(call);
        }
        case 1 -> {                                                      // accept from get
          Call<Signal, String> call = get.accepted();
          at(13).reply(call, shelf.removeFirst());
        }
        default -> throw new AssertionError();
      }
    }
  }
}
