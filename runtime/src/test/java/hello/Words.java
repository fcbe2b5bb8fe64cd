package hello;

/// `extern Words` of hello.graphline.
public interface Words {
  String shout(String s);

  void print(String s);
}
