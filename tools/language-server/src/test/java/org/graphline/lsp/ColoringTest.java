package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.graphline.dsl.grammar.GraphlineLexer;
import org.graphline.dsl.grammar.GraphlineParser;
import org.graphline.dsl.parse.Parser;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;

/// The colors of editors, held against the lexer and the parser on every specification of the repository.
class ColoringTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Set<String> TYPES = Set.of("bool", "signal", "text", "time");
  /// Colors go by neighboring words, so names that are words of the language cannot be told there.
  private static final Set<String> NAMES_THAT_ARE_WORDS =
      Set.of("soft-words-are-names.graphline", "everything.graphline");
  /// Nor can two words that belong together, with a comment between them.
  private static final String COMMENTS_BETWEEN = "comments-everywhere.graphline";

  private final TextMate grammar = grammar();
  private final List<String> wrong = new ArrayList<>();
  private final Set<Integer> seen = new HashSet<>();

  private static TextMate grammar() {
    try {
      return TextMate.read(ROOT.resolve("tools/vscode/syntaxes/graphline.tmLanguage.json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test void everyWordNumberTextAndCommentHasTheColorOfWhatTheLexerReads() throws IOException {
    int files = 0;
    for (Path file : specifications()) {
      files += look(file) ? 1 : 0;
    }
    assertThat(wrong).isEmpty();
    assertThat(files).isGreaterThan(380);
    assertThat(IntStream.rangeClosed(GraphlineLexer.PACKAGE, GraphlineLexer.DETERMINISTIC)
        .filter(type -> !seen.contains(type)).mapToObj(GraphlineLexer.VOCABULARY::getSymbolicName))
        .as("words in no specification; late and place are answered with a diagnostic so far")
        .containsExactly("LATE", "PLACE");
  }

  private static List<Path> specifications() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(f -> f.toString().endsWith(".graphline") && !f.toString().contains("/target/")).sorted()
          .toList();
    }
  }

  /// Compares the tokens of a file with its colors, unless there are letters in it that are none of the language's.
  private boolean look(Path file) throws IOException {
    String text = Files.readString(file);
    var tokens = new CommonTokenStream(new GraphlineLexer(CharStreams.fromString(text)));
    tokens.fill();
    if (tokens.getTokens().stream().anyMatch(t -> t.getType() >= GraphlineLexer.MALFORMED_NUMBER)) {
      return false;
    }
    boolean parses = !Parser.parse(new SourceFile(file.toString(), text)).hasErrors();
    var names = new HashSet<Integer>();
    if (parses) {
      names(new GraphlineParser(tokens).file(), names);
    }
    String[] scopes = grammar.scopes(text);
    for (Token token : tokens.getTokens()) {
      if (token.getType() != Token.EOF && (parses || !isSoft(token.getType()))) {
        boolean isName = names.contains(token.getTokenIndex());
        int start = text.offsetByCodePoints(0, token.getStartIndex());
        seen.add(isName ? Token.INVALID_TYPE : token.getType());
        for (int i = start; i < start + token.getText().length(); i++) {
          if (!isRight(token, isName, scopes[i]) && !isExcused(file, token, isName)) {
            wrong.add(ROOT.relativize(file) + ":" + token.getLine() + ": " + token.getText() + " is " + scopes[i]);
            break;
          }
        }
      }
    }
    return true;
  }

  private static void names(ParseTree tree, Set<Integer> into) {
    if (tree instanceof GraphlineParser.NameContext name && name.getChildCount() == 1
        && name.getChild(0) instanceof TerminalNode leaf) {
      into.add(leaf.getSymbol().getTokenIndex());
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      names(tree.getChild(i), into);
    }
  }

  private static boolean isSoft(int type) {
    return type >= GraphlineLexer.JAVA && type <= GraphlineLexer.DETERMINISTIC;
  }

  private static boolean isExcused(Path file, Token token, boolean isName) {
    return isName && NAMES_THAT_ARE_WORDS.contains(file.getFileName().toString())
        || isSoft(token.getType()) && file.endsWith(COMMENTS_BETWEEN);
  }

  private static boolean isRight(Token token, boolean isName, String scope) {
    int type = token.getType();
    if (isName) {
      return scope.equals(TYPES.contains(token.getText()) ? "support.type.graphline" : "");
    }
    return switch (type) {
      case GraphlineLexer.LINE_COMMENT, GraphlineLexer.BLOCK_COMMENT -> scope.startsWith("comment.");
      case GraphlineLexer.STRING -> scope.startsWith("string.") || scope.startsWith("constant.character.escape.");
      case GraphlineLexer.DURATION -> scope.equals("constant.numeric.duration.graphline");
      case GraphlineLexer.INT -> scope.equals("constant.numeric.graphline");
      case GraphlineLexer.TRUE, GraphlineLexer.FALSE, GraphlineLexer.ANYTHING -> scope.startsWith("constant.language.");
      case GraphlineLexer.ID -> scope.equals(TYPES.contains(token.getText()) ? "support.type.graphline" : "");
      default -> isSoft(type) ? scope.startsWith("keyword.other.")
          : type < GraphlineLexer.JAVA ? scope.startsWith("storage.type.") || scope.startsWith("keyword.control.")
              : scope.equals(token.getText().length() > 1 ? "keyword.operator.graphline" : "");
    };
  }
}
