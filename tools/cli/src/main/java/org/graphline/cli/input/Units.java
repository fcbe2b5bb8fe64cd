package org.graphline.cli.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.parse.Parser;

/// Decides which files belong together.
///
/// Files of one folder that declare the same package are one unit, those on disk that were not asked for
/// included, unless two of them declare the same name: then they are versions of the same thing and each
/// stands alone. A file without a package stands alone, too. To a unit come the files of the packages it imports: from the files asked for, from its own
/// folder, or from where the package's name leads, seen from the root of its own package.
public final class Units {
  private final SpecFiles files;
  private final List<SpecFile> given;
  private final Map<Path, List<SpecFile>> folders = new LinkedHashMap<>();

  private Units(SpecFiles files, List<SpecFile> given) {
    this.files = files;
    this.given = given;
  }

  /// Returns the units that `given` belong to, in the order of their first file.
  public static List<Unit> of(SpecFiles files, List<SpecFile> given) {
    return new Units(files, given).units();
  }

  private record Key(Path folder, String packageName) {}

  private List<Unit> units() {
    Map<Key, List<SpecFile>> groups = new LinkedHashMap<>();
    for (SpecFile file : given) {
      groups.computeIfAbsent(new Key(file.folder(), file.packageName()), _ -> new ArrayList<>()).add(file);
    }
    var units = new ArrayList<Unit>();
    groups.forEach((key, asked) -> {
      List<SpecFile> siblings = siblings(key, asked);
      var all = new ArrayList<>(asked);
      all.addAll(siblings);
      if (all.size() > 1 && (key.packageName().isEmpty() || isClashing(all))) {
        asked.forEach(file -> units.add(withImports(List.of(file), List.of())));
      } else {
        units.add(withImports(asked, siblings));
      }
    });
    return units;
  }

  private List<SpecFile> siblings(Key key, List<SpecFile> asked) {
    Set<Path> known = new HashSet<>();
    asked.forEach(f -> known.add(f.path()));
    return folder(key.folder()).stream()
        .filter(f -> f.packageName().equals(key.packageName()) && !known.contains(f.path())).toList();
  }

  private List<SpecFile> folder(Path folder) {
    List<SpecFile> known = folders.get(folder);
    if (known == null) {
      known = files.in(folder).stream().map(this::read).flatMap(Optional::stream).toList();
      folders.put(folder, known);
    }
    return known;
  }

  private Optional<SpecFile> read(Path path) {
    return given.stream().filter(f -> f.path().equals(path)).findFirst().or(() -> files.tryRead(path));
  }

  private static boolean isClashing(List<SpecFile> group) {
    Set<String> names = new HashSet<>();
    for (SpecFile file : group) {
      Set<String> own = new HashSet<>();
      for (Declaration declaration : Parser.parse(file.source()).tree().declarations()) {
        if (declaration instanceof Declaration.Named named) {
          own.add(named.name().text());
        }
      }
      for (String name : own) {
        if (!names.add(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private Unit withImports(List<SpecFile> asked, List<SpecFile> siblings) {
    var known = new LinkedHashSet<SpecFile>(asked);
    known.addAll(siblings);
    var waiting = new ArrayList<>(known);
    Set<String> packages = new HashSet<>();
    known.forEach(f -> packages.add(f.packageName()));
    while (!waiting.isEmpty()) {
      SpecFile file = waiting.removeLast();
      for (String imported : PackageClause.importedPackages(file.source().text())) {
        if (packages.add(imported)) {
          for (SpecFile provider : providers(file, imported)) {
            if (known.add(provider)) {
              waiting.add(provider);
            }
          }
        }
      }
    }
    return new Unit(asked, known.stream().filter(f -> !asked.contains(f)).toList());
  }

  private List<SpecFile> providers(SpecFile from, String packageName) {
    List<SpecFile> near = ofPackage(folder(from.folder()), packageName);
    if (!near.isEmpty()) {
      return near;
    }
    List<SpecFile> asked = ofPackage(given, packageName);
    if (!asked.isEmpty()) {
      return asked;
    }
    return ofPackage(folder(root(from).resolve(packageName.replace('.', '/'))), packageName);
  }

  private static List<SpecFile> ofPackage(List<SpecFile> files, String packageName) {
    return files.stream().filter(f -> f.packageName().equals(packageName)).toList();
  }

  /// Returns the folder from which the package's name leads to the file's folder; the folder itself if none
  /// does.
  private static Path root(SpecFile file) {
    Path own = Path.of(file.packageName().replace('.', '/'));
    if (file.packageName().isEmpty() || !file.folder().endsWith(own)) {
      return file.folder();
    }
    Path root = file.folder();
    for (int i = 0; i < own.getNameCount(); i++) {
      root = root.getParent();
    }
    return root;
  }
}
