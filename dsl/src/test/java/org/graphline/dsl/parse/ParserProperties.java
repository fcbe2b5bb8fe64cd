package org.graphline.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphline.dsl.RandomProgram;
import org.graphline.dsl.RandomText;
import org.graphline.dsl.Trees;
import org.graphline.dsl.diagnostic.DiagnosticRenderer;
import org.graphline.dsl.diagnostic.Style;
import org.graphline.dsl.format.Formatter;
import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each seed stands for one random program or text.
class ParserProperties {

  @Property(tries = 300)
  void acceptsEveryProgramOfTheGrammar(@ForAll long seed) {
    var source = new SourceFile("a", RandomText.plain(RandomProgram.words(seed)));
    assertThat(Parser.parse(source).diagnostics()).as(source.text()).isEmpty();
  }

  @Property(tries = 300)
  void doesNotCareAboutWhiteSpaceAndOrdinaryComments(@ForAll long seed) {
    var words = RandomProgram.words(seed);
    var plain = Parser.parse(new SourceFile("a", RandomText.plain(words)));
    var spread = Parser.parse(new SourceFile("a", RandomText.spread(words, seed)));
    assertThat(Trees.shape(spread.tree())).isEqualTo(Trees.shape(plain.tree()));
  }

  @Property(tries = 300)
  void alwaysAnswersToSpoiledPrograms(@ForAll long seed) {
    assertAnswers(RandomText.spoiled(RandomProgram.words(seed), seed));
  }

  /// Recovery once stood still in these.
  @ParameterizedTest
  @ValueSource(longs = {-1214798873521487204L, 6125665106912328994L})
  @Timeout(20)
  void recoveryNeverStandsStill(long seed) {
    assertAnswers(RandomText.spoiled(RandomProgram.words(seed), seed));
  }

  @Property(tries = 300)
  void alwaysAnswersToGarbage(@ForAll long seed) {
    assertAnswers(RandomText.garbage(seed));
  }

  @Property(tries = 300)
  void alwaysAnswersToAnyText(@ForAll String text) {
    assertAnswers(text);
  }

  private static void assertAnswers(String text) {
    var source = new SourceFile("a", text);
    var parsed = Parser.parse(source);
    var renderer = new DiagnosticRenderer(Style.PLAIN, source);
    for (var diagnostic : parsed.diagnostics()) {
      assertThat(isWithin(diagnostic.primary().span(), source)).as(diagnostic.toString()).isTrue();
      assertThat(renderer.render(diagnostic)).contains(diagnostic.message());
    }
    var formatted = Formatter.format(parsed);
    assertThat(formatted.text().isPresent()).isEqualTo(!parsed.hasErrors());
    formatted.text().ifPresent(once ->
        assertThat(Formatter.format(new SourceFile("a", once)).text()).contains(once));
  }

  private static boolean isWithin(Span span, SourceFile source) {
    return span.start() >= 0
        && span.start() <= span.end()
        && span.end() <= source.text().length()
        && span.equals(source.span(span.start(), span.end()));
  }
}
