package org.graphline.cli.launch;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What generated Java needs at run time: the runtime and what it stands on.
public final class RuntimeJars {
  private static final List<String> ONE_CLASS_OF_EACH = List.of("org/graphline/runtime/Network.class",
      "org/graphline/model/value/Value.class", "org/jcsp/lang/CSProcess.class");

  private RuntimeJars() {}

  /// Returns the jars, or folders of classes, that this JVM has them from.
  public static List<Path> paths() {
    var paths = new ArrayList<Path>();
    for (String name : ONE_CLASS_OF_EACH) {
      URL url = RuntimeJars.class.getClassLoader().getResource(name);
      if (url == null) {
        throw new AssertionError("the class path lacks " + name);
      }
      paths.add(place(url, name));
    }
    return paths;
  }

  private static Path place(URL url, String name) {
    String text = url.toString();
    try {
      return text.startsWith("jar:") ? Path.of(new java.net.URI(text.substring(4, text.indexOf("!/"))))
          : Path.of(new java.net.URI(text.substring(0, text.length() - name.length())));
    } catch (URISyntaxException e) {
      throw new AssertionError("a class path entry without a path: " + text, e);
    }
  }
}
