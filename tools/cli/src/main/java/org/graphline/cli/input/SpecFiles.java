package org.graphline.cli.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.model.source.SourceFile;

/// Finds and reads specifications.
public final class SpecFiles {
  private static final String SUFFIX = ".graphline";
  private static final long LARGEST = 64L << 20;
  private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules");
  private final World world;
  private final Map<Path, String> unsaved;

  public SpecFiles(World world) {
    this(world, Map.of());
  }

  /// Files of which some have a text, by absolute path, that stands for what is on disk if anything is.
  public SpecFiles(World world, Map<Path, String> unsaved) {
    this.world = world;
    this.unsaved = Map.copyOf(unsaved);
  }

  /// Returns the files that `names` mean, each once: a file itself, a folder all `.graphline` files below it,
  /// in the order of their names, left out what is hidden and folders that hold what builds produce. A folder may be
  /// named by a link; links to folders below it are not followed.
  public List<SpecFile> read(List<String> names) throws WrongUsage {
    var files = new ArrayList<SpecFile>();
    var seen = new TreeSet<Path>();
    for (String name : names) {
      Path path = world.resolve(name);
      if (Files.isDirectory(path)) {
        List<Path> below = below(path, name);
        if (below.isEmpty()) {
          throw new WrongUsage("there is no " + SUFFIX + " file in " + name);
        }
        for (Path each : below) {
          if (seen.add(each)) {
            files.add(read(each));
          }
        }
      } else if (!Files.exists(path)) {
        throw new WrongUsage("there is no file " + name);
      } else if (seen.add(path)) {
        files.add(read(path));
      }
    }
    return files;
  }

  private static List<Path> below(Path folder, String name) throws WrongUsage {
    var found = new TreeSet<Path>();
    try {
      Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
          boolean skip = !directory.equals(folder) && (isHidden(directory) || Files.isSymbolicLink(directory)
              || SKIPPED.contains(directory.getFileName().toString()));
          return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
          if (e instanceof FileSystemLoopException) {
            return FileVisitResult.CONTINUE;
          }
          throw e;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (file.toString().endsWith(SUFFIX) && !isHidden(file)) {
            found.add(file);
          }
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new WrongUsage("cannot read the folder " + name + ": " + reason(e));
    }
    return List.copyOf(found);
  }

  /// Returns the files with the suffix that lie directly in `folder`; of what cannot be read those that are not
  /// saved.
  public List<Path> in(Path folder) {
    var found = new TreeSet<Path>();
    unsaved.keySet().stream().filter(f -> folder.equals(f.getParent())).forEach(found::add);
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(f -> f.toString().endsWith(SUFFIX) && !isHidden(f) && Files.isRegularFile(f))
          .forEach(found::add);
    } catch (IOException _) {
      // a folder that is not there yet
    }
    return List.copyOf(found);
  }

  /// Returns the file; it must be there and of a size a specification can have.
  SpecFile read(Path path) throws WrongUsage {
    String name = world.display(path);
    if (unsaved.containsKey(path)) {
      return specFile(path, new SourceFile(name, unsaved.get(path)));
    }
    try {
      if (Files.size(path) > LARGEST) {
        throw new WrongUsage(name + " is too large to be a specification: " + (Files.size(path) >> 20)
            + " MiB");
      }
      return specFile(path, SourceFile.decode(name, Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new WrongUsage("cannot read " + name + ": " + reason(e));
    }
  }

  private static SpecFile specFile(Path path, SourceFile source) {
    return new SpecFile(path, source, PackageClause.packageOf(source.text()));
  }

  /// Returns the file, if it can be read.
  public Optional<SpecFile> tryRead(Path path) {
    try {
      return Optional.of(read(path));
    } catch (WrongUsage _) {
      return Optional.empty();
    }
  }

  /// Reports whether a file or folder is one of those that editors and file systems keep for themselves: the lock of an
  /// Emacs that edits `a.graphline` is a link to nowhere called `.#a.graphline`.
  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /// Returns why; the messages of the first two are no more than the name of the file.
  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it is not there, or a link to what is not there";
      case AccessDeniedException _ -> "reading it is not permitted";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
