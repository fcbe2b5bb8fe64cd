package org.graphline.compiler.sourcemap;

import static org.assertj.core.api.Assertions.assertThat;

import org.graphline.model.source.SourceFile;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Test;

class MarksTest {
  private final SourceFile file = new SourceFile("specs/a.graphline", "one\ntwo\nthree\n");

  @Test
  void marksBecomeCommentsInAColumnOfTheirOwn() {
    var marks = new Marks();
    String text = "x(); " + marks.mark(at(2)) + "\ny();\n";
    Marks.Resolved resolved = marks.resolve(text);
    assertThat(resolved.text()).isEqualTo("x();" + " ".repeat(72) + "// a.graphline:2\ny();\n");
    assertThat(resolved.map().at(1)).contains(at(2));
    assertThat(resolved.map().at(2)).isEmpty();
  }

  @Test
  void aLongLineKeepsItsCommentTwoSpacesAway() {
    var marks = new Marks();
    Marks.Resolved resolved = marks.resolve("x".repeat(90) + " " + marks.mark(at(3)));
    assertThat(resolved.text()).isEqualTo("x".repeat(90) + "  // a.graphline:3");
  }

  @Test
  void linesWithoutAPlaceHaveTheOneAbove() {
    var marks = new Marks();
    SourceMap map = marks.resolve("a\nb " + marks.mark(at(1)) + "\nc\nd " + marks.mark(at(3)) + "\n").map();
    assertThat(map.nearest(1)).isEmpty();
    assertThat(map.nearest(3)).contains(at(1));
    assertThat(map.nearest(9)).contains(at(3));
  }

  private Span at(int line) {
    return file.span(file.lines().startOf(line), file.lines().endOf(line));
  }
}
