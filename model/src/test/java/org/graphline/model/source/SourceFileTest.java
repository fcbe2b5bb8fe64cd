package org.graphline.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceFileTest {

  @Test
  void countsLinesWhateverEndsThem() {
    var source = new SourceFile("a", "one\ntwo\r\nthree\rfour\n");
    assertThat(source.lines().count()).isEqualTo(5);
    assertThat(source.line(1)).isEqualTo("one");
    assertThat(source.line(2)).isEqualTo("two");
    assertThat(source.line(3)).isEqualTo("three");
    assertThat(source.line(4)).isEqualTo("four");
    assertThat(source.line(5)).isEmpty();
  }

  @Test
  void countsColumnsInCodePoints() {
    var source = new SourceFile("a", "x\n🎉 y");
    assertThat(source.span(5, 6)).isEqualTo(new Span("a", 2, 3, 5, 6));
    assertThat(source.text(source.span(5, 6))).isEqualTo("y");
  }

  @Test
  void placesTheEndOfTheFile() {
    assertThat(new SourceFile("a", "").span(0, 0)).isEqualTo(new Span("a", 1, 1, 0, 0));
    assertThat(new SourceFile("a", "x\n").span(2, 2)).isEqualTo(new Span("a", 2, 1, 2, 2));
  }

  @Test
  void marksBytesThatAreNotText() {
    assertThat(SourceFile.decode("a", new byte[] {'x', (byte) 0xFF}).text()).isEqualTo("x\uFFFD");
    assertThat(SourceFile.decode("a", "é".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("é");
  }
}
