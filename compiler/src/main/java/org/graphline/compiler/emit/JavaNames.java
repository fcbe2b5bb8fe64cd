package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.graphline.model.value.QualifiedName;

/// Java names for names of the language: no reserved word, and no name twice where both would be seen. A name
/// that cannot stay gets `_` at its end, always in the same way.
final class JavaNames {
  private static final Set<String> RESERVED = Set.of("_", "abstract", "assert", "boolean", "break", "byte",
      "case",
      "catch", "char", "class", "const", "continue", "default", "do", "double", "else", "enum", "extends",
      "false",
      "final", "finally", "float", "for", "goto", "if", "implements", "import", "instanceof", "int",
      "interface",
      "long", "native", "new", "null", "package", "private", "protected", "public", "return", "short",
      "static",
      "strictfp", "super", "switch", "synchronized", "this", "throw", "throws", "transient", "true", "try",
      "void",
      "volatile", "while");

  /// Reserved words of newer Java that only types may not be called.
  private static final Set<String> RESERVED_FOR_TYPES = Set.of("permits", "record", "sealed", "var", "yield");

  /// What every object has already.
  private static final Set<String> RESERVED_FOR_MEMBERS = Set.of("clone", "equals", "finalize", "getClass",
      "hashCode", "notify", "notifyAll", "toString", "wait");

  /// Types that generated bodies name without a package: a variable of that name would hide them.
  private static final List<String> TYPES_IN_BODIES = List.of("Checks", "BoundedList", "Optional", "Duration",
      "Signal", "Call", "Integer", "Boolean", "String", "Object", "Room", "Wire", "Copies", "Phase");

  private final NameAllocator allocator;

  private JavaNames(NameAllocator allocator) {
    this.allocator = allocator;
  }

  /// Returns names for the variables of one class, none of which hides one of `types`.
  static JavaNames forVariables(Collection<String> types) {
    var names = new JavaNames(new NameAllocator());
    TYPES_IN_BODIES.forEach(names::take);
    types.forEach(names::take);
    return names;
  }

  /// Returns names for the members of one class, besides those in `taken`.
  static JavaNames forMembers(Collection<String> taken) {
    var names = new JavaNames(new NameAllocator());
    RESERVED_FOR_MEMBERS.forEach(names::take);
    taken.forEach(names::take);
    return names;
  }

  /// Returns a name close to `suggestion` that is new here.
  String name(String suggestion) {
    return allocator.newName(RESERVED.contains(suggestion) ? suggestion + "_" : suggestion);
  }

  /// Returns the names of a scope inside this one: it sees these names, and its own end with it.
  JavaNames nested() {
    return new JavaNames(allocator.clone());
  }

  /// Returns the class that a declaration becomes.
  static ClassName type(QualifiedName name) {
    return ClassName.get(name.packageName(), type(name.simple()));
  }

  static String type(String simple) {
    return RESERVED.contains(simple) || RESERVED_FOR_TYPES.contains(simple) ? simple + "_" : simple;
  }

  /// Returns the method or record component for a member that is known by its own name.
  static String member(String name) {
    return RESERVED.contains(name) || RESERVED_FOR_MEMBERS.contains(name) ? name + "_" : name;
  }

  /// Returns the constant of an enumeration.
  static String constant(String name) {
    return RESERVED.contains(name) ? name + "_" : name;
  }

  /// Returns the name a variable of type `simple` would have: `audio` for `Audio`.
  static String lowerCamel(String simple) {
    return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
  }

  private void take(String name) {
    allocator.newName(name);
  }
}
