// Generated from names.graphline:8. Do not edit.
package names;

/**
 * The enumeration {@code Case} of names.graphline.
 */
public enum Case {
  class_,

  int_,

  Case
}
