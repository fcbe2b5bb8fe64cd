package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.graphline.cli.console.Whereabouts;
import org.graphline.cli.console.World;

/// A page of documentation, and a reader who does from top to bottom what it says, in a folder of its own.
///
/// A comment before a fence says what the fence is:
///
/// | comment | the fence |
/// |---|---|
/// | `<!-- file inn.graphline -->` | is a file that the reader writes |
/// | `<!-- change inn.graphline -->` | is a change that the reader makes to it: lines with ` `, `-` and `+` |
/// | `<!-- from PATH -->` | shows a file of the repository ([Excerpt]); `as NAME` also gives it to the reader |
/// | `<!-- shows PATH -->` | shows a file that a command has written |
///
/// What a `console` fence shows is what its commands print. A line `...` in it stands for lines that are left out,
/// and what follows the prompt of `play` is typed. Commands in `sh` and `yaml` fences are read, not run.
///
/// What stands between `<!-- session -->` and `<!-- end of session -->` begins in an empty folder and is for
/// [#followedSession] alone; all else is for [#followed].
public final class Page {
  private static final Pattern FENCE = Pattern.compile(
      "^(?:<!-- (file|change|from|shows) (\\S.*?) -->\n)?```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern SESSION = Pattern.compile("<!-- session -->.*?<!-- end of session -->", Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("^\\$ (.*)\n((?:(?!\\$ ).*\n)*)", Pattern.MULTILINE);
  private static final Pattern TYPED = Pattern.compile("^> (.*)$", Pattern.MULTILINE);
  private static final Pattern SHOWN_COMMAND = Pattern.compile("(?:^|\\s)(?:\\./)?graphline ([a-z][^|;&#\n]*)");

  private final Path folder;
  private final String text;
  private final Shell shell;
  private Path directory;

  /// @param folder where the reader works
  /// @param shell  what runs what the reader types
  public Page(Path folder, String text, Shell shell) {
    this.folder = folder;
    this.text = text;
    this.shell = shell;
    this.directory = folder;
  }

  /// Returns the page as it should be, whatever its session says.
  public String followed() throws IOException {
    return followed(place -> !isInSession(place));
  }

  /// Returns the page as it should be, whatever it says outside of its session.
  public String followedSession() throws IOException {
    return followed(this::isInSession);
  }

  private boolean isInSession(int place) {
    return SESSION.matcher(text).results().anyMatch(session -> session.start() < place && place < session.end());
  }

  private String followed(IntPredicate isMeant) throws IOException {
    Matcher fences = FENCE.matcher(text);
    var followed = new StringBuilder();
    int copied = 0;
    while (fences.find()) {
      if (isMeant.test(fences.start())) {
        followed.append(text, copied, fences.start(4)).append(body(fences.toMatchResult()));
        copied = fences.end(4);
      }
    }
    return followed.append(text, copied, text.length()).toString();
  }

  private String body(MatchResult fence) throws IOException {
    String body = fence.group(4);
    String what = fence.group(2);
    return switch (fence.group(1)) {
      case "file" -> written(what, body);
      case "change" -> {
        change(folder.resolve(what), body);
        yield body;
      }
      case "from" -> {
        String[] parts = what.split(" as ");
        String shown = Excerpt.of(parts[0]).in(Folders.ROOT);
        yield parts.length == 1 ? shown : written(parts[1], shown);
      }
      case "shows" -> Excerpt.of(what).in(folder);
      case null, default -> unmarked(fence.group(3), body);
    };
  }

  private String unmarked(String language, String body) throws IOException {
    return switch (language) {
      case "console" -> COMMAND.matcher(body).replaceAll(
          command -> Matcher.quoteReplacement("$ " + command.group(1) + "\n" + output(command)));
      case "sh", "yaml", "" -> {
        SHOWN_COMMAND.matcher(body).results().forEach(command -> read(command.group(1)));
        yield body;
      }
      case "xml", "python", "go", "scala" -> body;
      default -> throw new AssertionError("nothing says what this is:\n" + body);
    };
  }

  private String written(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, body);
    return body;
  }

  private static void change(Path file, String change) throws IOException {
    var before = new StringBuilder();
    var after = new StringBuilder();
    for (String line : change.lines().toList()) {
      String rest = line.isEmpty() ? "" : line.substring(1);
      if (!line.startsWith("+")) {
        before.append(rest).append('\n');
      }
      if (!line.startsWith("-")) {
        after.append(rest).append('\n');
      }
    }
    String text = Files.readString(file);
    assertThat(text).containsOnlyOnce(before);
    Files.writeString(file, text.replace(before, after));
  }

  private String output(MatchResult command) {
    String shown = command.group(2);
    String printed = printed(command.group(1), shown);
    String pattern = shell.comparable(shown).lines()
        .map(line -> line.equals("...") ? "(?:.*\n)+?" : Pattern.quote(line) + "\n").collect(Collectors.joining());
    return Pattern.matches(pattern, shell.comparable(printed)) ? shown : printed;
  }

  private String printed(String command, String shown) {
    List<String> words = List.of(command.replaceFirst("^\\./", "").split(" "));
    return switch (words.getFirst()) {
      case "cd" -> {
        directory = directory.resolve(words.get(1));
        assertThat(directory).isDirectory();
        yield "";
      }
      case "mkdir" -> {
        assertThat(directory.resolve(words.get(1)).toFile().mkdirs()).isTrue();
        yield "";
      }
      default -> shell.printed(words, directory,
          TYPED.matcher(shown).results().map(each -> each.group(1) + "\n").collect(Collectors.joining()));
    };
  }

  private static void read(String command) {
    Main.commandLine(World.real(), () -> false, new Whereabouts()).parseArgs(command.strip().split("\\s+"));
  }
}
