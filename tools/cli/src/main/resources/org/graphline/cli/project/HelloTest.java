package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HelloTest {
  @Test void printsThreeGreetings() throws InterruptedException {
    List<String> printed = new CopyOnWriteArrayList<>();
    Words words = new Words() {
      @Override
      public String shout(String s) {
        return s + "!";
      }

      @Override
      public void print(String s) {
        printed.add(s);
      }
    };
    try (var hello = Hello.builder().words(words).start()) {
      assertTrue(hello.join().isClean());
    }
    assertEquals(Collections.nCopies(3, "hello, graphline!"), printed);
  }
}
