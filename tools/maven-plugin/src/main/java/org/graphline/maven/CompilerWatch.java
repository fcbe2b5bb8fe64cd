package org.graphline.maven;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.graphline.maven.generate.GeneratedFiles;
import org.graphline.maven.generate.JavacErrors;
import org.graphline.maven.generate.Manifest;

/// Tells what a later goal, the compiler's, says of generated Java at the places in the specifications. It stands in
/// front of the listener of the session and passes everything on.
final class CompilerWatch implements InvocationHandler {
  private final ExecutionListener behind;
  private final Map<Path, Watched> watched = new ConcurrentHashMap<>();

  /// What is known of one project.
  private record Watched(GeneratedFiles files, Path directory, Log log) {}

  private CompilerWatch(ExecutionListener behind) {
    this.behind = behind;
  }

  /// Watches what happens to the project in `basedir` for the rest of the session. Does nothing where there is no
  /// listener, as in an IDE.
  static void watch(MavenSession session, Path basedir, GeneratedFiles files, Path directory, Log log) {
    MavenExecutionRequest request = session.getRequest();
    synchronized (request) {
      ExecutionListener current = request.getExecutionListener();
      if (current == null) {
        return;
      }
      CompilerWatch watch = Proxy.isProxyClass(current.getClass())
          && Proxy.getInvocationHandler(current) instanceof CompilerWatch known ? known : new CompilerWatch(current);
      watch.watched.put(basedir, new Watched(files, directory, log));
      if (watch.behind == current) {
        request.setExecutionListener((ExecutionListener) Proxy.newProxyInstance(CompilerWatch.class.getClassLoader(),
            new Class<?>[] {ExecutionListener.class}, watch));
      }
    }
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    try {
      Object result = method.invoke(behind, arguments);
      if (method.getName().equals("mojoFailed") && arguments[0] instanceof ExecutionEvent event) {
        tell(event);
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void tell(ExecutionEvent event) {
    Watched project = event.getProject() == null || event.getProject().getBasedir() == null ? null
        : watched.get(event.getProject().getBasedir().toPath());
    if (project == null || event.getException() == null) {
      return;
    }
    String text = messages(event.getException());
    List<String> lines = Manifest.read(project.files().manifest())
        .map(m -> new JavacErrors(project.files().folder(), m, project.directory()).translate(text)).orElse(List.of());
    if (!lines.isEmpty()) {
      project.log().error("At the places in the specifications:");
      lines.forEach(project.log()::error);
    }
  }

  private static String messages(Throwable exception) {
    Set<String> texts = new LinkedHashSet<>();
    for (Throwable e = exception; e != null; e = e.getCause()) {
      texts.add(String.valueOf(e.getMessage()));
      if (e instanceof AbstractMojoExecutionException failure) {
        texts.add(String.valueOf(failure.getLongMessage()));
      }
    }
    return texts.stream().collect(Collectors.joining("\n"));
  }
}
