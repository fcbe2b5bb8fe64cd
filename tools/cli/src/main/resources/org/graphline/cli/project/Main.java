package @package@;

/// Starts the graph and waits until everybody has gone home.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (var hello = Hello.builder().words(new LoudWords()).start()) {
      hello.join();
    }
  }
}
