package org.graphline.compiler;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/// Generated Java together with Java as a user would write it.
final class Host {
  private Host() {}

  /// Runs `body`, a method body in the package of the generated classes.
  static Object run(String specs, String packageName, String body) throws Exception {
    Path path = Specs.ROOT.resolve(specs);
    Map<String, String> sources = Specs.sources(Specs.program(Specs.filesIn(path)));
    String types = sources.keySet().stream().filter(p -> !p.startsWith(packageName.replace('.', '/') + "/"))
        .map(p -> "import " + p.replace('/', '.').replace(".java", ";\n")).reduce("", String::concat);
    sources.put(packageName.replace('.', '/') + "/Run.java", "package " + packageName + ";\n" + types + """
        import java.util.*;
        import java.util.concurrent.Callable;
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
