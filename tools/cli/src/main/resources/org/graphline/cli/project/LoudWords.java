package @package@;

import java.util.Locale;

/// Does the work of `extern Words`.
public final class LoudWords implements Words {
  @Override
  public String shout(String s) {
    return s.toUpperCase(Locale.ROOT);
  }

  @Override
  public void print(String s) {
    System.out.println(s);
  }
}
