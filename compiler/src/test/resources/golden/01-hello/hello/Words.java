// Generated from hello.graphline:6. Do not edit.
package hello;

/**
 * The extern {@code Words} of hello.graphline.
 */
public interface Words {
  String shout(String s);

  void print(String s);
}
