package org.graphline.maven.cache;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a check said: enough to say it again.
///
/// @param exitCode the exit code of the command
/// @param text     the lines it printed
/// @param files    what it wrote, by name
public record Answer(int exitCode, List<String> text, Map<String, byte[]> files) {
  /// The report for code scanning among the files.
  public static final String SARIF = "report.sarif";
  /// The report for build servers among the files.
  public static final String JUNIT = "TEST-graphline.xml";
  /// The page for a browser among the files.
  public static final String PAGE = "report.html";
  /// What the names of stories among the files start with.
  public static final String TRACES = "traces/";

  public Answer {
    text = List.copyOf(text);
    files = new TreeMap<>(files);
  }

  /// Returns a text it wrote; nothing if it did not.
  public String file(String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }
}
