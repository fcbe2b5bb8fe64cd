package org.graphline.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.graphline.maven.cache.ToolIdentity;
import org.graphline.maven.fork.CommandLine;
import org.graphline.maven.fork.Jdk;
import org.graphline.maven.fork.JdkSearch;
import org.graphline.maven.fork.Memory;

/// What all goals have in common. What a parameter means is told in comments of the old kind, which the descriptor of
/// the plugin is made of.
abstract class GraphlineMojo extends AbstractMojo {
  private static final String OWN = "graphline-maven-plugin";
  private static final String DRAWING = "✗│▶→─╳";

  /** The project. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  /** The build. */
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  /** The plugin and what it stands on: among it the command line. */
  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  List<Artifact> pluginArtifacts;

  /** The folder of the specifications. */
  @Parameter(property = "graphline.sourceDirectory", defaultValue = "${project.basedir}/src/main/graphline")
  File sourceDirectory;

  /** Whether to do nothing. */
  @Parameter(property = "graphline.skip", defaultValue = "false")
  boolean skip;

  /**
   * The home of the JDK, 25 or newer, that Graphline runs on. By default the one of Maven's toolchain, or the one that
   * is found: Maven's own, JAVA_HOME, JAVA25_HOME, the one on the PATH, those in the usual folders.
   */
  @Parameter(property = "graphline.javaHome")
  File javaHome;

  /**
   * The largest heap of the JVM that Graphline runs in, as for <code>-Xmx</code>: <code>4g</code>. By default a quarter
   * of the memory.
   */
  @Parameter(property = "graphline.heap")
  String heap;

  /** More options of the JVM that Graphline runs in. */
  @Parameter
  List<String> jvmArguments = List.of();

  @Component
  private ToolchainManager toolchains;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Graphline is skipped.");
      return;
    }
    try {
      run();
    } catch (IOException e) {
      throw new MojoExecutionException("Graphline cannot read or write a file: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("Graphline was interrupted", e);
    }
  }

  /// Does the goal's work.
  abstract void run() throws IOException, InterruptedException, MojoExecutionException, MojoFailureException;

  /// Returns the folder of the specifications.
  final Path sources() {
    return sourceDirectory.toPath().toAbsolutePath().normalize();
  }

  /// Returns where the plugin keeps what it knows between builds.
  final Path records() {
    return Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize().resolve("graphline");
  }

  /// Returns what names are relative to: the root of a build of several modules, else the project's folder. So links
  /// in reports lead somewhere from the root of a repository.
  final Path directory() {
    Path basedir = project.getBasedir().toPath().toAbsolutePath().normalize();
    File root = session.getRequest().getMultiModuleProjectDirectory();
    Path top = root == null ? basedir : root.toPath().toAbsolutePath().normalize();
    return basedir.startsWith(top) ? top : basedir;
  }

  /// Returns how a file is called on the command line and in what is printed.
  final String name(Path file) {
    return (file.startsWith(directory()) ? directory().relativize(file) : file).toString().replace('\\', '/');
  }

  /// Returns what stands for the version of Graphline, down to its bytes where the version says too little.
  final String toolIdentity() throws IOException {
    return ToolIdentity.of(pluginArtifacts.stream().map(a -> new ToolIdentity.Part(
        a.getGroupId() + ":" + a.getArtifactId() + ":" + a.getVersion(), a.getFile().toPath(),
        a.isSnapshot())).toList());
  }

  /// Returns the options about how text looks: without box-drawing characters where Maven cannot print them.
  final List<String> appearance() {
    return console().newEncoder().canEncode(DRAWING) ? List.of() : List.of("--ascii");
  }

  /// Returns the encoding of what Maven prints.
  private static Charset console() {
    String name = Stream.of("stdout.encoding", "sun.stdout.encoding").map(System::getProperty)
        .filter(n -> n != null && !n.isEmpty()).findFirst().orElse(Charset.defaultCharset().name());
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.US_ASCII;
    }
  }

  /// Runs a command of Graphline that does not take long. What it tells on the side is told at once.
  final CommandLine.Result shortly(List<String> arguments) throws IOException, InterruptedException,
      MojoExecutionException {
    return graphline(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), arguments);
  }

  /// Runs a command of Graphline that may take long. What it tells on the side is told at once.
  final CommandLine.Result atLength(List<String> arguments) throws IOException, InterruptedException,
      MojoExecutionException {
    return graphline(List.of("-XX:+UseParallelGC"), arguments);
  }

  private CommandLine.Result graphline(List<String> kind, List<String> arguments) throws IOException,
      InterruptedException, MojoExecutionException {
    var command = new CommandLine(jdk().java(), jvmOptions(kind), classPath(), directory());
    getLog().debug("graphline " + String.join(" ", arguments) + "  (" + command.java() + ")");
    return command.run(arguments, getLog()::info);
  }

  private List<String> jvmOptions(List<String> kind) {
    var options = new ArrayList<String>(kind);
    options.add("-Djava.awt.headless=true");
    if (heap != null && !heap.isBlank()) {
      options.add("-Xmx" + heap.strip());
    }
    Memory.half().ifPresent(bytes -> options.add("-XX:MaxDirectMemorySize=" + bytes));
    options.addAll(jvmArguments);
    return options;
  }

  private List<Path> classPath() throws MojoExecutionException {
    if (pluginArtifacts.stream().noneMatch(a -> a.getArtifactId().equals("graphline-cli"))) {
      throw new MojoExecutionException("the plugin has lost its dependency org.graphline:graphline-cli");
    }
    return pluginArtifacts.stream().filter(a -> !a.getArtifactId().equals(OWN)).map(a -> a.getFile().toPath()).toList();
  }

  private Jdk jdk() throws MojoExecutionException {
    if (javaHome != null) {
      return Jdk.in(javaHome.toPath()).filter(Jdk::isNewEnough).orElseThrow(() -> new MojoExecutionException(
          "graphline.javaHome is " + javaHome + ", and there is no JDK 25 or newer"));
    }
    return fromToolchain().or(() -> JdkSearch.here().find()).orElseThrow(() -> new MojoExecutionException(
        "Graphline needs a JDK 25 or newer and has found none: install one, or set JAVA25_HOME to where it is"));
  }

  private Optional<Jdk> fromToolchain() {
    Optional<Toolchain> selected = Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session));
    return Stream.concat(selected.stream(),
            toolchains.getToolchains(session, "jdk", Map.of("version", "[" + Jdk.OLDEST + ",)")).stream())
        .map(toolchain -> toolchain.findTool("java")).filter(java -> java != null)
        .map(java -> Path.of(java).getParent().getParent()).map(Jdk::in).flatMap(Optional::stream)
        .filter(Jdk::isNewEnough).findFirst();
  }
}
