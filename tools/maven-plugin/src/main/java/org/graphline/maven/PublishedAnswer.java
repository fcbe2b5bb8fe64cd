package org.graphline.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphline.maven.cache.Answer;
import org.graphline.maven.cache.WholeFile;

/// Where people and build servers find what a check wrote.
///
/// @param page   where the page for a browser goes, if one is wanted
/// @param traces the folder of the stories
record PublishedAnswer(Path sarif, Path junit, Optional<Path> page, Path traces) {
  private static final String STORY = ".trace.json";

  /// Writes the files of `answer`, and deletes stories that are not among them.
  void write(Answer answer) throws IOException {
    for (Path story : stories()) {
      if (!answer.files().containsKey(Answer.TRACES + story.getFileName())) {
        Files.deleteIfExists(story);
      }
    }
    for (Map.Entry<String, byte[]> file : answer.files().entrySet()) {
      WholeFile.writeIfChanged(place(file.getKey()), file.getValue());
    }
  }

  private Path place(String name) {
    return switch (name) {
      case Answer.SARIF -> sarif;
      case Answer.JUNIT -> junit;
      case Answer.PAGE -> page.orElseThrow();
      default -> traces.resolve(name.substring(Answer.TRACES.length()));
    };
  }

  /// Deletes all of it, so that what is found afterwards is of one check.
  void clear() throws IOException {
    Files.deleteIfExists(sarif);
    Files.deleteIfExists(junit);
    if (page.isPresent()) {
      Files.deleteIfExists(page.get());
    }
    for (Path story : stories()) {
      Files.deleteIfExists(story);
    }
  }

  /// Returns the stories that lie there, by their names in an answer.
  Map<String, byte[]> readStories() throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    for (Path story : stories()) {
      found.put(Answer.TRACES + story.getFileName(), Files.readAllBytes(story));
    }
    return found;
  }

  private List<Path> stories() throws IOException {
    if (!Files.isDirectory(traces)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(traces)) {
      return all.filter(f -> f.toString().endsWith(STORY)).toList();
    }
  }
}
