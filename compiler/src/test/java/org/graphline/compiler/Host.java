package org.graphline.compiler;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Generated Java together with Java as a user would write it.
final class Host {
  private Host() {}

  /// Runs `body`, a method body in the package of the generated classes.
  static Object run(String specs, String packageName, String body) throws Exception {
    return run(specs, Map.of(), packageName, body);
  }

  /// Runs `body` together with the Java in the folder `java` next to `spec`.
  static Object runWithJava(String spec, String packageName, String body) throws Exception {
    Path folder = Specs.ROOT.resolve(spec).resolveSibling("java");
    Map<String, String> java = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        java.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return run(spec, java, packageName, body);
  }

  private static Object run(String specs, Map<String, String> java, String packageName, String body)
      throws Exception {
    Map<String, String> sources = Specs.sources(Specs.program(Specs.filesIn(Specs.ROOT.resolve(specs))));
    sources.putAll(java);
    String types = sources.keySet().stream().filter(p -> !p.startsWith(packageName.replace('.', '/') + "/"))
        .map(p -> "import " + p.replace('/', '.').replace(".java", ";\n")).reduce("", String::concat);
    sources.put(packageName.replace('.', '/') + "/Run.java", "package " + packageName + ";\n" + types + """
        import java.util.*;
        import java.util.concurrent.Callable;
import java.util.stream.Stream;
        import java.util.concurrent.atomic.AtomicInteger;
        import org.graphline.runtime.*;
        import org.graphline.runtime.monitor.TraceRecorder;

        /** A host. */
        public final class Run implements Callable<Object> {
          /** Makes it. */
          public Run() { }

          @Override
          public Object call() throws Exception {
        """ + body.indent(4) + "  }\n}\n");
    return ((Callable<?>) JavaInMemory.compile(sources).loadClass(packageName + ".Run").getConstructor()
        .newInstance()).call();
  }
}
