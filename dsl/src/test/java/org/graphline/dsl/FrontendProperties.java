package org.graphline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.parse.Lexeme;
import org.graphline.model.source.SourceFile;

/// The front end has an answer to every text: a network, or an error that says why there is none.
class FrontendProperties {

  @Property(tries = 200)
  void answersToRandomPrograms(@ForAll long seed) {
    assertAnswered(RandomText.plain(RandomProgram.words(seed)));
  }

  @Property(tries = 400)
  void answersToWorkedSpecificationsWithAWordExchanged(@ForAll long seed) {
    var random = new Random(seed);
    var spec = Specs.named(Specs.NAMES.get(random.nextInt(Specs.NAMES.size())));
    var words = new ArrayList<>(Lexeme.of(spec).stream().map(Lexeme::text).toList());
    words.set(random.nextInt(words.size()), words.get(random.nextInt(words.size())));
    assertAnswered(String.join(" ", words));
  }

  private static void assertAnswered(String text) {
    var analysis = Frontend.analyze(List.of(new SourceFile("a.graphline", text)));
    if (analysis.program().isEmpty()) {
      assertThat(analysis.diagnostics()).anyMatch(Diagnostic::isError);
      return;
    }
    var program = analysis.program().get();
    for (var check : Frontend.checks(program)) {
      for (var elaboration : Frontend.elaborate(program, check)) {
        boolean explained = elaboration.diagnostics().stream().anyMatch(Diagnostic::isError);
        assertThat(elaboration.network().isPresent() || explained)
            .isTrue();
      }
    }
  }
}
