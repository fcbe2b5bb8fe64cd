package @package@;

/// Does the work of `extern Work`.
public final class House implements Work {
  @Override
  public String cook(int dish) {
    return dish == 1 ? "soup" : "dumplings";
  }

  @Override
  public void eat(String dish) {
    System.out.println("The guest eats " + dish + ".");
  }
}
