package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
final class Page {
  private static final Pattern FENCE = Pattern.compile(
      "^(?:<!-- (file|change|from|shows) (\\S.*?) -->\n)?```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern COMMAND = Pattern.compile("^\\$ (.*)\n((?:(?!\\$ ).*\n)*)", Pattern.MULTILINE);
  private static final Pattern TYPED = Pattern.compile("^> (.*)$", Pattern.MULTILINE);
  private static final Pattern SHOWN_COMMAND = Pattern.compile("(?:^|\\s)(?:\\./)?graphline ([a-z][^|;&#\n]*)");

  private final Path folder;
  private final String text;
  private Path directory;
  private int code;

  /// @param folder where the reader works
  Page(Path folder, String text) {
    this.folder = folder;
    this.text = text;
    this.directory = folder;
  }

  /// Returns the page as it should be.
  String followed() throws IOException {
    Matcher fences = FENCE.matcher(text);
    var followed = new StringBuilder();
    int copied = 0;
    while (fences.find()) {
      followed.append(text, copied, fences.start(4)).append(body(fences.toMatchResult()));
      copied = fences.end(4);
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
    String pattern = shown.lines().map(line -> line.equals("...") ? "(?:.*\n)+?" : Pattern.quote(line) + "\n")
        .collect(Collectors.joining());
    return Pattern.matches(pattern, printed) ? shown : printed;
  }

  private String printed(String command, String shown) {
    String[] words = command.replaceFirst("^\\./", "").split(" ");
    String[] arguments = List.of(words).subList(1, words.length).toArray(String[]::new);
    return switch (words[0]) {
      case "graphline" -> {
        String typed = TYPED.matcher(shown).results().map(each -> each.group(1) + "\n").collect(Collectors.joining());
        Session.Result result = new Session(directory).runWithInput(typed, arguments);
        code = result.code();
        assertThat(code).as(result.all()).isNotEqualTo(70);
        int checked = words[1].equals("run") ? result.err().indexOf('\n') + 1 : 0;
        yield result.err().substring(0, checked) + result.out() + result.err().substring(checked);
      }
      case "java" -> java(arguments);
      case "cd" -> {
        directory = directory.resolve(words[1]);
        yield "";
      }
      case "mkdir" -> {
        assertThat(directory.resolve(words[1]).toFile().mkdirs()).isTrue();
        yield "";
      }
      case "echo" -> {
        assertThat(command).isEqualTo("echo $?");
        yield code + "\n";
      }
      default -> throw new AssertionError("nobody knows how to run " + command);
    };
  }

  private String java(String... arguments) {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      code = process.waitFor();
      return printed;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void read(String command) {
    Main.commandLine(World.real(), () -> false, new Whereabouts()).parseArgs(command.strip().split("\\s+"));
  }
}
