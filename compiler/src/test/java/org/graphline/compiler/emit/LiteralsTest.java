package org.graphline.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiteralsTest {

  @Test
  void keepsLettersAndEscapesWhatCannotBePrinted() {
    assertThat(Literals.text("Grüße \"€\"\t\\\n\u0001\uE000")).isEqualTo(
        "\"Grüße \\\"\\u20ac\\\"\\t\\\\\\n\\u0001\\ue000\"");
  }
}
