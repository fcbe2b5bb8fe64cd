package org.graphline.maven.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;
import org.graphline.maven.cache.Fingerprint;
import org.graphline.maven.cache.WholeFile;

/// The Java in an output folder, and what is known of it between builds.
///
/// What was ever generated and not deleted is on record at any moment, so that a build that is killed leaves nothing
/// behind that nobody deletes. A file is deleted only if it is on record and says of itself that it was generated.
///
/// @param folder  where the Java lies
/// @param records where what is known of it lies
public record GeneratedFiles(Path folder, Path records) {
  private static final String MARK = "// Generated from ";
  private static final String KEY = "key ";

  /// What is on record.
  ///
  /// @param key    what decided the files; empty if they were not finished
  /// @param hashes by name the fingerprint of the file, or an empty text
  private record Known(String key, Map<String, String> hashes) {}

  /// Returns where the command writes down what it makes.
  public Path manifest() {
    return records.resolve("generate.manifest");
  }

  /// Returns how many files there are if they were made under `key` and are untouched since; empty if not.
  public Optional<Integer> upToDate(String key) throws IOException {
    Known known = known();
    if (!known.key().equals(key)) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> file : known.hashes().entrySet()) {
      if (!hash(file.getKey()).equals(file.getValue())) {
        return Optional.empty();
      }
    }
    return Optional.of(known.hashes().size());
  }

  /// Returns the names of the files on record.
  public Set<String> java() throws IOException {
    return new TreeSet<>(known().hashes().keySet());
  }

  /// Says that the files are about to change.
  public void begin() throws IOException {
    Map<String, String> all = new LinkedHashMap<>(known().hashes());
    Manifest.read(manifest()).ifPresent(manifest -> manifest.java().forEach(name -> all.putIfAbsent(name, "")));
    write(new Known("", all));
  }

  /// Says that the files of the manifest were made under `key`, deletes those of former times, and returns how many it
  /// deleted.
  public int finish(String key) throws IOException {
    Set<String> made = new TreeSet<>(Manifest.read(manifest())
        .orElseThrow(() -> new IOException("the command has not written " + manifest())).java());
    int deleted = 0;
    for (String name : known().hashes().keySet()) {
      if (!made.contains(name) && delete(name)) {
        deleted++;
      }
    }
    Map<String, String> hashes = new LinkedHashMap<>();
    for (String name : made) {
      hashes.put(name, hash(name));
    }
    write(new Known(key, hashes));
    return deleted;
  }

  /// Deletes all files, since there is nothing any more to make them from, and returns how many.
  public int clear() throws IOException {
    begin();
    int deleted = 0;
    for (String name : known().hashes().keySet()) {
      if (delete(name)) {
        deleted++;
      }
    }
    Files.deleteIfExists(manifest());
    Files.deleteIfExists(state());
    return deleted;
  }

  private Path state() {
    return records.resolve("generate.state");
  }

  private Known known() throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    String key = "";
    if (Files.isRegularFile(state())) {
      for (String line : Files.readAllLines(state(), StandardCharsets.UTF_8)) {
        int blank = line.indexOf(' ');
        if (line.startsWith(KEY)) {
          key = line.substring(KEY.length());
        } else if (blank >= 0) {
          hashes.put(line.substring(blank + 1), line.substring(0, blank));
        }
      }
    }
    return new Known(key, hashes);
  }

  private void write(Known known) throws IOException {
    var text = new StringBuilder(KEY).append(known.key()).append('\n');
    known.hashes().forEach((name, hash) -> text.append(hash).append(' ').append(name).append('\n'));
    WholeFile.write(state(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String hash(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? new Fingerprint().add(Files.readAllBytes(file)).hex() : "missing";
  }

  private boolean delete(String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file) || !isGenerated(file)) {
      return false;
    }
    Files.delete(file);
    for (Path up = file.getParent(); !up.equals(folder); up = up.getParent()) {
      try {
        Files.delete(up);
      } catch (DirectoryNotEmptyException e) {
        break;
      }
    }
    return true;
  }

  private static boolean isGenerated(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String first = reader.readLine();
      return first != null && first.startsWith(MARK);
    }
  }
}
