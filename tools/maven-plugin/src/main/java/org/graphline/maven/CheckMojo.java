package org.graphline.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.graphline.maven.cache.Answer;
import org.graphline.maven.cache.AnswerCache;
import org.graphline.maven.cache.Fingerprint;
import org.graphline.maven.cache.FolderLock;
import org.graphline.maven.cache.Sources;
import org.graphline.maven.report.CheckSummary;

/**
 * Checks what specifications claim, and fails the build if a claim is violated or cannot be decided. Answers are
 * remembered: what has not changed is not checked again.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends GraphlineMojo {
  /** Whether a warning is an error. */
  @Parameter(property = "graphline.strict", defaultValue = "false")
  private boolean strict;

  /**
   * Whether a property of which nothing is known, because a bound was hit first, fails the build. It is told in any
   * case.
   */
  @Parameter(property = "graphline.failOnUnknown", defaultValue = "true")
  private boolean failOnUnknown;

  /** Give up after this many states: <code>1000000</code> or <code>5M</code>. */
  @Parameter(property = "graphline.maxStates")
  private String maxStates;

  /** Memory for states: <code>500M</code> or <code>4G</code>. By default nearly half of the memory. */
  @Parameter(property = "graphline.maxMemory")
  private String maxMemory;

  /** Give up on a graph after this long: <code>30s</code>, <code>5min</code> or <code>1h</code>. */
  @Parameter(property = "graphline.timeout")
  private String timeout;

  /** Threads to search with. By default as many as there are processors. */
  @Parameter(property = "graphline.threads")
  private String threads;

  /** Whether to say every now and then how far it has come. */
  @Parameter(property = "graphline.progress", defaultValue = "false")
  private boolean progress;

  /** More options of <code>graphline check</code>, such as <code>--engine</code> and <code>search</code>. */
  @Parameter(property = "graphline.arguments")
  private List<String> arguments = List.of();

  /** Where the report for code scanning goes, SARIF 2.1.0. */
  @Parameter(property = "graphline.sarifFile", defaultValue = "${project.build.directory}/graphline/report.sarif")
  private File sarifFile;

  /** Where the report for build servers goes, JUnit XML. */
  @Parameter(property = "graphline.junitFile", defaultValue = "${project.build.directory}/graphline/TEST-graphline.xml")
  private File junitFile;

  /** Where a page for a browser goes, with the graph drawn and stories to step through. By default there is none. */
  @Parameter(property = "graphline.htmlFile")
  private File htmlFile;

  /** Where the stories of findings go, for <code>graphline play</code>. Other stories there are deleted. */
  @Parameter(property = "graphline.tracesDirectory", defaultValue = "${project.build.directory}/graphline/traces")
  private File tracesDirectory;

  /** Whether answers are remembered. */
  @Parameter(property = "graphline.cache", defaultValue = "true")
  private boolean cache;

  /** Where answers are remembered. Projects may share a folder. */
  @Parameter(property = "graphline.cacheDirectory", defaultValue = "${project.build.directory}/graphline/cache")
  private File cacheDirectory;

  /** How many answers are remembered. */
  @Parameter(property = "graphline.cacheEntries", defaultValue = "200")
  private int cacheEntries;

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  void run() throws IOException, InterruptedException, MojoExecutionException, MojoFailureException {
    Sources sources = Sources.read(sources());
    var published = new PublishedAnswer(sarifFile.toPath().toAbsolutePath(), junitFile.toPath().toAbsolutePath(),
        Optional.ofNullable(htmlFile).map(file -> file.toPath().toAbsolutePath()),
        tracesDirectory.toPath().toAbsolutePath().normalize());
    try (FolderLock lock = FolderLock.take(records(), "check.lock",
        () -> getLog().info("Another build is checking this project; waiting for it."))) {
      if (sources.isEmpty()) {
        getLog().info("There is no specification in " + name(sources()) + ".");
        published.clear();
        return;
      }
      Answer answer = answer(sources, published);
      published.write(answer);
      tell(answer);
    }
  }

  private Answer answer(Sources sources, PublishedAnswer published) throws IOException, InterruptedException,
      MojoExecutionException {
    List<String> deciding = deciding(published);
    boolean cacheable = cache && CheckOptions.decideOnly(arguments);
    var answers = new AnswerCache(cacheDirectory.toPath().toAbsolutePath(), cacheEntries);
    String key = key(sources, deciding);
    Optional<Answer> known = cacheable ? answers.find(key) : Optional.empty();
    if (known.isPresent()) {
      getLog().info("Nothing has changed since this was checked; the answer comes from the cache.");
      return known.get();
    }
    getLog().info("Checking " + name(sources()) + " ...");
    var run = new CheckRun(this::atLength, records(), directory());
    CheckRun.Outcome outcome = run.run(deciding, plumbing(), published);
    boolean unchanged = key.equals(key(Sources.read(sources()), deciding));
    if (cacheable && outcome.isConclusive() && unchanged && sources.coverAll(outcome.inputs(), directory())) {
      store(answers, key, outcome.answer());
    }
    return outcome.answer();
  }

  private void store(AnswerCache answers, String key, Answer answer) {
    try {
      answers.store(key, answer);
    } catch (IOException e) {
      getLog().warn("The answer is not remembered: " + e.getMessage());
    }
  }

  private String key(Sources sources, List<String> deciding) throws IOException {
    var fingerprint = new Fingerprint().add("check").add(toolIdentity()).addAll(deciding)
        .add(htmlFile == null ? "without a page" : "with a page");
    sources.addTo(fingerprint);
    return fingerprint.hex();
  }

  /// Returns the command, with all that has a part in what it answers.
  private List<String> deciding(PublishedAnswer published) {
    var command = new ArrayList<>(List.of("check", name(sources()), "--traces", name(published.traces())));
    if (strict) {
      command.add("--strict");
    }
    option(command, "--max-states", maxStates);
    option(command, "--max-memory", maxMemory);
    option(command, "--timeout", timeout);
    option(command, "--threads", threads);
    command.addAll(arguments);
    command.addAll(appearance());
    return command;
  }

  private List<String> plumbing() {
    return progress ? List.of("--progress") : List.of();
  }

  private static void option(List<String> command, String name, String value) {
    if (value != null && !value.isBlank()) {
      command.add(name);
      command.add(value.strip());
    }
  }

  private void tell(Answer answer) throws MojoExecutionException, MojoFailureException {
    switch (answer.exitCode()) {
      case ExitCode.AS_EXPECTED -> tell(answer, getLog()::info);
      case ExitCode.NOT_AS_EXPECTED -> {
        tell(answer, getLog()::error);
        CheckSummary summary = summary(answer);
        var all = new ArrayList<>(summary.findings());
        all.addAll(summary.undecided());
        throw new MojoFailureException("not everything is as claimed:\n  " + String.join("\n  ", all));
      }
      case ExitCode.DOES_NOT_COMPILE -> {
        tell(answer, getLog()::error);
        throw new MojoFailureException("a specification in " + name(sources()) + " does not compile, see above");
      }
      case ExitCode.UNKNOWN -> {
        tell(answer, failOnUnknown ? getLog()::error : getLog()::warn);
        String unknown = "of some properties nothing is known:\n  " + String.join("\n  ", summary(answer).undecided());
        if (failOnUnknown) {
          throw new MojoFailureException(unknown + "\nRaise a bound, or set graphline.failOnUnknown to false.");
        }
        getLog().warn(unknown);
      }
      default -> {
        tell(answer, getLog()::error);
        throw new MojoExecutionException("Graphline could not check: exit code " + answer.exitCode());
      }
    }
  }

  private static void tell(Answer answer, Consumer<CharSequence> log) {
    answer.text().forEach(log);
  }

  private static CheckSummary summary(Answer answer) throws MojoExecutionException {
    try {
      return CheckSummary.read(answer.file(Answer.JUNIT));
    } catch (XMLStreamException e) {
      throw new MojoExecutionException("Graphline has written no report", e);
    }
  }
}
