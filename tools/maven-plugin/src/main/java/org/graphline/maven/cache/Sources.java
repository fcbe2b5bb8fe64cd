package org.graphline.maven.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The specifications below a folder, as they were at one moment.
///
/// @param folder the folder, absolute
/// @param files  the contents by name relative to the folder, `/` between its parts
public record Sources(Path folder, Map<String, byte[]> files) {
  private static final String SUFFIX = ".graphline";

  /// Reads all specifications below `folder`, also those that lie in folders a command passes over: an import may
  /// lead there.
  public static Sources read(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(f -> f.toString().endsWith(SUFFIX) && Files.isRegularFile(f)).toList()) {
          files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return new Sources(folder.toAbsolutePath().normalize(), files);
  }

  /// Reports whether there are none.
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /// Adds names and contents to `fingerprint`.
  public void addTo(Fingerprint fingerprint) {
    fingerprint.add("sources " + files.size());
    files.forEach((name, bytes) -> fingerprint.add(name).add(bytes));
  }

  /// Reports whether each of `read`, names relative to `directory`, lies below the folder: then these sources are all
  /// that a command has read, and an answer depends on nothing else on disk.
  public boolean coverAll(Collection<String> read, Path directory) {
    return read.stream().map(name -> directory.resolve(name).toAbsolutePath().normalize())
        .allMatch(file -> file.startsWith(folder));
  }

  /// Returns the names, in order.
  public List<String> names() {
    return List.copyOf(files.keySet());
  }
}
