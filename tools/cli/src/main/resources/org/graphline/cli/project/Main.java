package @package@;

/// Opens the inn and waits until everybody has gone home.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (var inn = Inn.builder().work(new House()).start()) {
      inn.join();
    }
  }
}
