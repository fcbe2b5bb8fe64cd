package org.graphline.cli.launch;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Finds the classes that can do the work of an extern or of a native component, without loading any.
final class Implementations {
  private final List<ClassModel> classes = new ArrayList<>();

  private Implementations() {}

  /// Returns what is in the folders and jars of `path`; what cannot be read is passed over.
  static Implementations in(List<Path> path) throws IOException {
    var found = new Implementations();
    for (Path each : path) {
      if (Files.isDirectory(each)) {
        found.add(each);
      } else if (Files.isRegularFile(each)) {
        try (FileSystem jar = FileSystems.newFileSystem(each)) {
          found.add(jar.getPath("/"));
        }
      }
    }
    return found;
  }

  private void add(Path folder) throws IOException {
    for (Path file : JavaBuild.files(folder, ".class")) {
      classes.add(ClassFile.of().parse(Files.readAllBytes(file)));
    }
  }

  /// Returns the names of the classes that can be made without arguments and directly extend or implement
  /// `type`.
  List<String> of(String type) {
    String internal = type.replace('.', '/');
    var names = new TreeSet<String>();
    for (ClassModel each : classes) {
      boolean fits = each.interfaces().stream().anyMatch(i -> i.asInternalName().equals(internal))
          || each.superclass().map(ClassEntry::asInternalName).filter(internal::equals).isPresent();
      if (fits && isMade(each)) {
        names.add(each.thisClass().asInternalName().replace('/', '.'));
      }
    }
    return List.copyOf(names);
  }

  private static boolean isMade(ClassModel each) {
    boolean concrete = !each.flags().has(AccessFlag.ABSTRACT) && !each.thisClass().asInternalName()
        .contains("$");
    return concrete && each.methods().stream().anyMatch(m -> m.methodName().equalsString("<init>")
        && m.methodType().equalsString("()V") && !m.flags().has(AccessFlag.PRIVATE));
  }
}
