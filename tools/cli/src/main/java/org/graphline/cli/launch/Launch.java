package org.graphline.cli.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.compiler.emit.GeneratedSources;
import org.graphline.compiler.emit.GeneratedSources.GeneratedSource;

/// One run of a graph in a JVM of its own.
public final class Launch {
  private final World world;
  private final Path folder;
  private final Path classes;
  private final List<Path> classPath;
  private final List<Path> userJava;

  /// Something the graph has to be given.
  ///
  /// @param kind    `extern` or `native component`
  /// @param type    its Java type
  /// @param setter  the method of the builder
  /// @param isMaker whether the builder wants to be told how to make one, rather than one
  public record Need(String kind, String type, String setter, boolean isMaker) {

    /// Returns what it is called in the specification.
    public String name() {
      return type.substring(type.lastIndexOf('.') + 1);
    }
  }

  private Launch(World world, Path folder, List<Path> userPath, List<Path> userJava) throws IOException {
    this.world = world;
    this.folder = folder;
    this.classes = Files.createDirectories(folder.resolve("classes"));
    this.userJava = List.copyOf(userJava);
    this.classPath = new ArrayList<>(userPath);
    classPath.addAll(RuntimeJars.paths());
  }

  /// Compiles and runs.
  ///
  /// @param userPath classes of the user
  /// @param userJava Java files of the user, to be compiled too
  /// @param chosen   the class to use, by the simple name of an extern or native component
  /// @param values   what the builder is told besides: `.workers(2)`
  public static Outcome run(World world, String packageName, String graph, GeneratedSources generated,
      List<Need> needs, List<Path> userPath, List<Path> userJava, Map<String, String> chosen,
          List<String> values)
      throws WrongUsage, IOException, InterruptedException {
    Path folder = Files.createTempDirectory("graphline-run");
    try {
      var launch = new Launch(world, folder, userPath, userJava);
      return launch.run(packageName, graph, generated, needs, userPath, chosen, values);
    } finally {
      delete(folder);
    }
  }

  private Outcome run(String packageName, String graph, GeneratedSources generated, List<Need> needs,
      List<Path> userPath, Map<String, String> chosen, List<String> values)
      throws WrongUsage, IOException, InterruptedException {
    var files = new ArrayList<Path>();
    for (GeneratedSource source : generated.files()) {
      files.add(write(source.path(), source.text()));
    }
    files.addAll(userJava);
    var build = new JavaBuild(classes, classPath);
    if (!isCompiled(build.compile(files))) {
      return Outcome.DOES_NOT_COMPILE;
    }
    var path = new ArrayList<>(userPath);
    path.add(classes);
    var settings = new ArrayList<>(values);
    settings.addAll(settings(needs, Implementations.in(path), chosen));
    var host = new HostSource(packageName, graph, settings);
    Path hostFile = write(packageName.replace('.', '/') + "/" + HostSource.fileName(), host.text());
    if (!isCompiled(build.compile(List.of(hostFile)))) {
      return Outcome.DOES_NOT_COMPILE;
    }
    return fork(host.className());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve("java").resolve(name.startsWith("/") ? name.substring(1) : name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private boolean isCompiled(List<JavaBuild.Mistake> mistakes) {
    for (JavaBuild.Mistake mistake : mistakes) {
      boolean ours = mistake.file().startsWith(folder);
      String name = ours ? folder.resolve("java").relativize(mistake.file()).toString()
          : world.display(mistake.file());
      world.err().println((ours ? "in Java generated from the specification, " : "") + name + ":"
          + mistake.text());
    }
    return mistakes.isEmpty();
  }

  private List<String> settings(List<Need> needs, Implementations found, Map<String, String> chosen)
      throws WrongUsage {
    var settings = new ArrayList<String>();
    for (Need need : needs) {
      String name = implementation(need, found, chosen);
      settings.add("." + need.setter() + "(" + (need.isMaker() ? name + "::new" : "new " + name + "()")
          + ")");
    }
    return settings;
  }

  private static String implementation(Need need, Implementations found, Map<String, String> chosen)
      throws WrongUsage {
    String simple = need.name();
    if (chosen.containsKey(simple)) {
      return chosen.get(simple);
    }
    List<String> candidates = found.of(need.type());
    String what = need.kind() + " " + simple;
    if (candidates.isEmpty()) {
      throw new WrongUsage("nobody does the work of `" + what + "`: put a class that "
          + (need.isMaker() ? "extends " : "implements ") + need.type() + " into the folder java/ next to the"
          + " specification, or name one with --with " + simple + "=com.acme.My" + simple + " and -cp");
    }
    if (candidates.size() > 1) {
      throw new WrongUsage("several classes do the work of `" + what + "`: " + String.join(", ", candidates)
          + "; choose one with --with " + simple + "=" + candidates.getFirst());
    }
    return candidates.getFirst();
  }

  private Outcome fork(String host) throws IOException, InterruptedException {
    String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = Stream.concat(Stream.of(classes), classPath.stream()).map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
    Process process = new ProcessBuilder(program, "-XX:+UseSerialGC", "-cp", path, host)
        .directory(world.directory().toFile()).redirectInput(ProcessBuilder.Redirect.INHERIT)
        .start();
    var asked = new AtomicBoolean();
    var hook = new Thread(() -> {
      asked.set(true);
      process.destroy();
    }, "stops what runs");
    Runtime.getRuntime().addShutdownHook(hook);
    Thread errors = Thread.ofVirtual().start(() -> copy(process.getErrorStream(), world.err()));
    copy(process.getInputStream(), world.out());
    errors.join();
    int code = process.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      asked.set(true); // interrupted, if only this very moment
    }
    return asked.get() ? Outcome.UNKNOWN : code == 0 ? Outcome.AS_EXPECTED : Outcome.NOT_AS_EXPECTED;
  }

  private static void copy(InputStream from, PrintStream to) {
    byte[] buffer = new byte[8192];
    try {
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        to.write(buffer, 0, n);
        to.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
