package org.graphline.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphline.dsl.parse.Parser;
import org.graphline.model.source.SourceFile;

class RandomProgramProperties {

  @Property(tries = 200)
  void isAFunctionOfItsSeedAndParses(@ForAll long seed) {
    String text = RandomProgram.of(seed).text();
    assertThat(RandomProgram.of(seed).text()).isEqualTo(text);
    assertThat(Parser.parse(new SourceFile("random.graphline", text)).diagnostics()).isEmpty();
  }

  @Property(tries = 50)
  void shrinksToTheStatementThatMatters(@ForAll long seed) {
    Piece program = RandomProgram.of(seed);
    Piece small = new Shrinker(text -> text.contains("deadlock free;")).shrink(program);
    assertThat(small.text()).isEqualTo("deadlock free;\n");
  }
}
