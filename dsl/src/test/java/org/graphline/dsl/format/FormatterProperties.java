package org.graphline.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphline.dsl.RandomProgram;
import org.graphline.dsl.RandomText;
import org.graphline.dsl.Trees;
import org.graphline.dsl.parse.Lexeme;
import org.graphline.dsl.parse.Parser;
import org.graphline.model.source.SourceFile;

/// Each seed stands for one random program.
class FormatterProperties {

  @Property(tries = 150)
  void leavesFormattedTextsAlone(@ForAll long seed) {
    var once = format(RandomText.spread(RandomProgram.words(seed), seed));
    assertThat(format(once)).isEqualTo(once);
  }

  @Property(tries = 150)
  void leavesFormattedTextsWithCommentsAlone(@ForAll long seed) {
    var once = format(RandomText.commented(RandomProgram.words(seed), seed));
    assertThat(format(once)).isEqualTo(once);
  }

  @Property(tries = 150)
  void keepsTheMeaning(@ForAll long seed) {
    var text = RandomText.commented(RandomProgram.words(seed), seed);
    assertThat(shape(format(text))).isEqualTo(shape(text));
  }

  @Property(tries = 150)
  void keepsEveryWord(@ForAll long seed) {
    var words = RandomProgram.words(seed);
    var formatted = new SourceFile("a", format(RandomText.commented(words, seed)));
    assertThat(Lexeme.of(formatted)).extracting(Lexeme::text).isEqualTo(words);
  }

  @Property(tries = 150)
  void keepsEveryCommentInItsPlaceAmongTheWords(@ForAll long seed) {
    var text = RandomText.commented(RandomProgram.words(seed), seed);
    assertThat(wordsAndComments(format(text))).isEqualTo(wordsAndComments(text));
  }

  @Property(tries = 150)
  void putsAWholeProgramOnShortLines(@ForAll long seed) {
    var text = format(RandomText.plain(RandomProgram.words(seed)));
    assertThat(text).doesNotContain("\t", " \n", "\n\n\n").matches("(?s).*[;}]\n");
  }

  private static String format(String text) {
    var formatted = Formatter.format(new SourceFile("a", text));
    assertThat(formatted.diagnostics()).isEmpty();
    return formatted.text().orElseThrow();
  }

  private static String shape(String text) {
    return Trees.shape(Parser.parse(new SourceFile("a", text)).tree());
  }

  /// Returns the text without any white space, which two texts share only if words and comments come in one
  /// order.
  private static String wordsAndComments(String text) {
    return text.replaceAll("\\s+", "");
  }
}
