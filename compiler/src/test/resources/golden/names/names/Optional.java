// Generated from names.graphline:10. Do not edit.
package names;

/**
 * The extern {@code Optional} of names.graphline.
 */
public interface Optional {
  Record notify_(int float_);

  Case getClass_();

  void new_();
}
