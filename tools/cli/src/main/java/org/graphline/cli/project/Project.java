package org.graphline.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The files of a new project, by name.
public final class Project {
  private Project() {}

  /// Returns the files of a project called `name`.
  public static Map<String, String> files(String name) {
    String packageName = packageName(name);
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("pom.xml", "pom.xml");
    templates.put(specification(name), "inn.graphline");
    templates.put("src/main/java/" + packageName + "/Main.java", "Main.java");
    templates.put("src/main/java/" + packageName + "/House.java", "House.java");
    templates.put("src/test/java/" + packageName + "/InnTest.java", "InnTest.java");
    templates.put(".github/workflows/ci.yml", "ci.yml");
    templates.put(".gitignore", "gitignore");
    Map<String, String> files = new LinkedHashMap<>();
    templates.forEach((file, template) -> files.put(file,
        read(template).replace("@name@", name).replace("@package@", packageName)
            .replace("@version@", read("version").strip())));
    return files;
  }

  /// Returns the name of the specification among the files.
  public static String specification(String name) {
    return "src/main/graphline/" + packageName(name) + "/inn.graphline";
  }

  /// Returns the package of a project: `myapp` for `My-App`.
  public static String packageName(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static String read(String template) {
    try (InputStream in = Project.class.getResourceAsStream(template)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
