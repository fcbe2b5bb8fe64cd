package org.graphline.cli.launch;

import java.util.List;

/// The program that runs a graph: written for one run, in the package of the graph.
///
/// @param packageName the package of the graph; empty if none
/// @param graph       the graph's class
/// @param settings    what the builder is told: `.workers(2).work(new farm.Office())`
record HostSource(String packageName, String graph, List<String> settings) {
  private static final String NAME = "RunFromCommandLine";

  /// Returns the name of the host's class.
  String className() {
    return packageName.isEmpty() ? NAME : packageName + "." + NAME;
  }

  /// Returns the name of the host's file.
  static String fileName() {
    return NAME + ".java";
  }

  /// Returns the host's text. It ends with 0 if everybody went home, with 1 if somebody failed. Classes have their full
  /// names, as the specification may declare a `String` or `System` of its own.
  String text() {
    return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n") + """
        final class %s {
          public static void main(java.lang.String[] arguments) throws java.lang.Exception {
            var graph = %s.builder()%s.start();
            var report = graph.join();
            java.lang.System.out.flush();
            var home = new java.util.ArrayList<java.lang.String>();
            int code = 0;
            for (var outcome : report.outcomes()) {
              if (outcome instanceof org.graphline.runtime.Outcome.Failed failed) {
                java.lang.System.err.println(
                    "  failed   " + failed.desk() + " at " + failed.position() + ": " + failed.cause());
                code = 1;
              } else {
                home.add(outcome.desk());
              }
            }
            int shown = java.lang.Math.min(home.size(), 12);
            var more = home.size() > shown ? " and " + (home.size() - shown) + " more" : "";
            if (shown > 0) {
              java.lang.System.err.println(
                  "  closed   " + java.lang.String.join(", ", home.subList(0, shown)) + more + " went home");
            }
            java.lang.System.exit(code);
          }
        }
        """.formatted(NAME, graph, String.join("", settings));
  }
}
