package org.graphline.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.graphline.maven.cache.Fingerprint;
import org.graphline.maven.cache.FolderLock;
import org.graphline.maven.cache.Sources;
import org.graphline.maven.fork.CommandLine;
import org.graphline.maven.generate.GeneratedFiles;
import org.graphline.maven.generate.Manifest;

/**
 * Generates Java from specifications and has it compiled with the project's. Unchanged specifications cost next to
 * nothing; what was generated from specifications that are gone is deleted.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends GraphlineMojo {
  /** Where the Java goes. */
  @Parameter(property = "graphline.outputDirectory",
      defaultValue = "${project.build.directory}/generated-sources/graphline")
  private File outputDirectory;

  /** Whether a warning is an error. */
  @Parameter(property = "graphline.strict", defaultValue = "false")
  private boolean strict;

  @Component
  private BuildContext buildContext;

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  void run() throws IOException, InterruptedException, MojoExecutionException, MojoFailureException {
    Path output = outputDirectory.toPath().toAbsolutePath().normalize();
    var files = new GeneratedFiles(output, records());
    Sources sources = Sources.read(sources());
    try (FolderLock lock = FolderLock.take(records(), "generate.lock",
        () -> getLog().info("Another build is generating this project's Java; waiting for it."))) {
      if (sources.isEmpty()) {
        int deleted = files.clear();
        getLog().info("There is no specification in " + name(sources()) + deleted(deleted));
        return;
      }
      generate(sources, files);
    }
    project.addCompileSourceRoot(output.toString());
    CompilerWatch.watch(session, project.getBasedir().toPath(), files, directory(), getLog());
  }

  private void generate(Sources sources, GeneratedFiles files) throws IOException, InterruptedException,
      MojoExecutionException, MojoFailureException {
    List<String> arguments = arguments(files);
    var fingerprint = new Fingerprint().add("generate").add(toolIdentity()).addAll(arguments);
    sources.addTo(fingerprint);
    String key = fingerprint.hex();
    Optional<Integer> known = files.upToDate(key);
    if (known.isPresent()) {
      getLog().info("Nothing has changed: " + count(known.get()) + " up to date.");
      return;
    }
    files.begin();
    CommandLine.Result result = shortly(arguments);
    result.out().forEach(getLog()::info);
    if (result.exitCode() == ExitCode.DOES_NOT_COMPILE) {
      throw new MojoFailureException("a specification in " + name(sources()) + " does not compile, see above");
    }
    if (result.exitCode() != ExitCode.AS_EXPECTED) {
      throw new MojoExecutionException("Graphline could not generate Java: exit code " + result.exitCode());
    }
    List<String> inputs = Manifest.read(files.manifest()).map(Manifest::inputs).orElse(List.of());
    int deleted = files.finish(sources.coverAll(inputs, directory()) ? key : "");
    buildContext.refresh(files.folder().toFile());
    getLog().info("Generated " + count(files.java().size()) + " from " + name(sources()) + deleted(deleted));
  }

  private List<String> arguments(GeneratedFiles files) {
    var arguments = new ArrayList<>(List.of("compile", name(sources()), "--quiet", "--output", name(files.folder()),
        "--manifest", name(files.manifest())));
    if (strict) {
      arguments.add("--strict");
    }
    arguments.addAll(appearance());
    return arguments;
  }

  private static String count(int files) {
    return files + (files == 1 ? " Java file" : " Java files");
  }

  private static String deleted(int files) {
    return files == 0 ? "." : ", deleted " + count(files) + ".";
  }
}
