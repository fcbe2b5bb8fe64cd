package org.graphline.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiagnosticIdTest {

  @Test
  void isListedInTheOrderOfItsCodes() {
    assertThat(Arrays.stream(DiagnosticId.values()).map(DiagnosticId::code))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void isFoundByItsCode() {
    assertThat(DiagnosticId.of("gl0104")).contains(DiagnosticId.RESERVED_WORD);
    assertThat(DiagnosticId.of("GL9999")).isEmpty();
  }

  @Test
  void hasANameForPeople() {
    assertThat(DiagnosticId.RESERVED_WORD.slug()).isEqualTo("reserved-word");
  }
}
