package org.graphline.maven.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `graphline compile --manifest` writes down: what it read and what it made of it.
///
/// @param inputs the names of the specifications that were read
/// @param places by generated file, below the output folder, and by its line: what the line was made from
public record Manifest(List<String> inputs, Map<String, TreeMap<Integer, Place>> places) {
  private static final String HEAD = "graphline manifest 1";
  private static final Pattern LINE = Pattern.compile("line ([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,9}) (.+)");

  /// A place in a specification, counted from 1.
  ///
  /// @param file the name of the file, relative to the working directory of the command
  public record Place(String file, int line, int column) {}

  /// Returns what is written in `file`; empty if it is not there or not a manifest.
  public static Optional<Manifest> read(Path file) {
    try {
      return Files.isRegularFile(file) ? parse(Files.readAllLines(file, StandardCharsets.UTF_8)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Manifest> parse(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
      return Optional.empty();
    }
    var inputs = new ArrayList<String>();
    Map<String, TreeMap<Integer, Place>> places = new LinkedHashMap<>();
    TreeMap<Integer, Place> current = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher place = LINE.matcher(line);
      if (line.startsWith("input ")) {
        inputs.add(line.substring("input ".length()));
      } else if (line.startsWith("java ")) {
        current = new TreeMap<>();
        places.put(line.substring("java ".length()), current);
      } else if (place.matches()) {
        current.put(Integer.valueOf(place.group(1)), new Place(place.group(4), Integer.parseInt(place.group(2)),
            Integer.parseInt(place.group(3))));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Manifest(inputs, places));
  }

  /// Returns the names of the generated files below the output folder.
  public List<String> java() {
    return List.copyOf(places.keySet());
  }

  /// Returns what line `line` of the generated file `java` was made from, or the nearest line above it.
  public Optional<Place> place(String java, int line) {
    return Optional.ofNullable(places.get(java)).map(lines -> lines.floorEntry(line)).map(Map.Entry::getValue);
  }
}
