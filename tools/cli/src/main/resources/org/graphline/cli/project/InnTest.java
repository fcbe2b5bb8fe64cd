package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class InnTest {
  @Test void theGuestEatsWhatWasPaidForInOrder() throws InterruptedException {
    List<String> eaten = new CopyOnWriteArrayList<>();
    Work work = new Work() {
      @Override
      public String cook(int dish) {
        return "dish " + dish;
      }

      @Override
      public void eat(String dish) {
        eaten.add(dish);
      }
    };
    try (var inn = Inn.builder().work(work).start()) {
      assertTrue(inn.join().isClean());
    }
    assertEquals(List.of("dish 1", "dish 2"), eaten);
  }
}
