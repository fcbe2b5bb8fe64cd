package org.graphline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.graphline.maven.fork.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A project made by `graphline new`, built by a Maven of its own: the story of its first ten minutes.
@EnabledIfSystemProperty(named = "it.version", matches = ".+", disabledReason = "it runs after packaging: mvn verify")
class NewProjectIT {
  private static final String WITHOUT_A_JDK = "-Dgraphline.javaHome=/nowhere";
  private static final String CACHED = "the answer comes from the cache";

  @TempDir
  private Path folder;
  private MavenProcess maven;
  private Path project;
  private Path specification;

  @Test void isGreenAtOnceFailsWithADeadlockAndIsGreenAgainFromTheCache() throws IOException, InterruptedException {
    make();
    MavenProcess.Result first = maven.run(List.of("verify"));
    assertThat(first.log()).contains("Generated 4 Java files", "Tests run: 1, Failures: 0", "deadlock free",
        "BUILD SUCCESS").doesNotContain(CACHED);
    assertThat(project.resolve("target/classes/inn/Guest.class")).exists();
    assertThat(project.resolve("target/graphline/report.sarif")).content().contains("\"exitCode\" : 0");
    Path guest = project.resolve("target/generated-sources/graphline/inn/Guest.java");
    FileTime generated = Files.getLastModifiedTime(guest);

    MavenProcess.Result second = maven.run(List.of("verify", WITHOUT_A_JDK));
    assertThat(second.log()).contains("4 Java files up to date", CACHED, "BUILD SUCCESS");
    assertThat(Files.getLastModifiedTime(guest)).isEqualTo(generated);

    String repaired = Files.readString(specification);
    Files.writeString(specification, repaired.replace("par {", "{"));
    MavenProcess.Result third = maven.run(List.of("verify"));
    assertThat(third.exitCode()).isNotZero();
    assertThat(third.log()).contains("BUILD FAILURE", "DL-1  deadlock, certain",
        "guest  wants to send money  src/main/graphline/inn/inn.graphline:" + lineOf("send i to money"),
        "not everything is as claimed", "inn.Inn: DL-1 deadlock, certain");
    assertThat(project.resolve("target/graphline/report.sarif")).content().contains("\"ruleId\" : \"DL\"",
        "\"uri\" : \"src/main/graphline/inn/inn.graphline\"");
    assertThat(project.resolve("target/graphline/TEST-graphline.xml")).content().contains("failures=\"2\"");
    assertThat(project.resolve("target/graphline/traces/DL-1.trace.json")).exists();

    Files.writeString(specification, repaired);
    MavenProcess.Result fourth = maven.run(List.of("verify"));
    assertThat(fourth.log()).contains(CACHED, "BUILD SUCCESS");
    assertThat(project.resolve("target/graphline/traces/DL-1.trace.json")).doesNotExist();
  }

  @Test void whatABoundLeavesOpenFailsTheBuildUnlessItMayNot() throws IOException, InterruptedException {
    make();
    List<String> bounded = List.of("graphline:check@check", "-Dgraphline.maxStates=1",
        "-Dgraphline.arguments=--engine,search");
    MavenProcess.Result failed = maven.run(bounded);
    assertThat(failed.exitCode()).isNotZero();
    assertThat(failed.log()).contains("of some properties nothing is known", "inn.Inn: unknown");
    MavenProcess.Result told = maven.run(Stream.concat(bounded.stream(),
        Stream.of("-Dgraphline.failOnUnknown=false")).toList());
    assertThat(told.exitCode()).isZero();
    assertThat(told.log()).contains("[WARNING] of some properties nothing is known").doesNotContain(CACHED);
  }

  @Test void whatJavacSaysOfGeneratedJavaIsToldAtTheSpecification() throws IOException, InterruptedException {
    make();
    Files.writeString(specification, Files.readString(specification)
        .replace("extern Work {", "type Dish=java \"com.acme.Dish\";\n\nextern Work { fun wash(d: Dish);"));
    MavenProcess.Result result = maven.run(List.of("graphline:format", "graphline:check-format", "compile"));
    assertThat(result.exitCode()).isNotZero();
    assertThat(specification).content().contains("type Dish = java");
    assertThat(result.log()).contains("formatted src/main/graphline/inn/inn.graphline", "Generated 4 Java files",
        "At the places in the specifications:",
        specification + ":[" + lineOf("type Dish") + ",1] package com.acme does not exist");
  }

  private int lineOf(String text) throws IOException {
    List<String> lines = Files.readAllLines(specification);
    return lines.indexOf(lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow()) + 1;
  }

  private void make() throws IOException, InterruptedException {
    List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(Path::of).toList();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    CommandLine.Result made = new CommandLine(java, List.of(), classPath, folder)
        .run(new ArrayList<>(List.of("new", "inn")), line -> { });
    assertThat(made.exitCode()).isZero();
    project = folder.resolve("inn");
    specification = project.resolve("src/main/graphline/inn/inn.graphline");
    maven = new MavenProcess(StagedRepository.make(), project);
  }
}
