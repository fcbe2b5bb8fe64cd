package org.graphline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.WholeFile;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.project.Project;
import org.graphline.dsl.Frontend;
import org.graphline.model.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `graphline new`.
@Command(name = "new", mixinStandardHelpOptions = true,
    description = "Makes a Maven project with a specification, a program, a test and a workflow for GitHub Actions.",
    footerHeading = "%nExample:%n", footer = "  graphline new inn && cd inn && mvn verify && graphline run inn.Inn")
final class NewCommand implements Callable<Integer> {
  private final World world;

  @Parameters(paramLabel = "NAME", description = "The name of the project, and of its folder.")
  private String name;

  NewCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws WrongUsage {
    if (!name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
      throw new WrongUsage("a project's name starts with a letter; letters, digits, - and _ follow: not "
          + name);
    }
    Path folder = world.resolve(name);
    if (isInUse(folder)) {
      throw new WrongUsage("there is something in " + name + " already; choose another name");
    }
    Map<String, String> files = Project.files(name);
    var specification = new SourceFile(name, files.get(Project.specification(name)));
    if (SourceVersion.isKeyword(Project.packageName(name))
        || !Frontend.analyze(List.of(specification)).diagnostics().isEmpty()) {
      throw new WrongUsage(Project.packageName(name) + " cannot be the name of a package; choose another name");
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      try {
        WholeFile.write(path, file.getValue());
      } catch (IOException _) {
        throw new WrongUsage("cannot write " + world.display(path));
      }
      world.out().println("  created  " + name + "/" + file.getKey());
    }
    world.out().println("Next: cd " + name + " && mvn verify      or: graphline run "
        + Project.packageName(name) + ".Inn");
    if (files.get("pom.xml").contains("-SNAPSHOT</graphline.version>")) {
      world.out().println("This version of Graphline is not on Maven Central: first, once, "
          + "mvn install -DskipTests in its clone.");
    }
    return Outcome.AS_EXPECTED.exitCode();
  }

  private static boolean isInUse(Path folder) throws WrongUsage {
    if (!Files.exists(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isPresent();
    } catch (IOException _) {
      throw new WrongUsage(folder.getFileName() + " is not a folder");
    }
  }
}
