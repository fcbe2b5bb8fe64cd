package org.graphline.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.lsp4j.Position;
import org.graphline.lsp.project.Positions;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private static final Positions POSITIONS = new Positions(new SourceFile("a", "ab\r\n\uD83D\uDE00c\rd\n"));

  @Test void betweenCarriageReturnAndLineFeedIsTheEndOfTheLine() {
    assertThat(POSITIONS.offset(new Position(0, 3))).isEqualTo(2);
    assertThat(POSITIONS.position(3)).isEqualTo(new Position(0, 2));
  }

  @Test void insideASurrogatePairIsBeforeIt() {
    assertThat(POSITIONS.offset(new Position(1, 1))).isEqualTo(4);
    assertThat(POSITIONS.position(5)).isEqualTo(new Position(1, 0));
  }

  @Test void beyondTheEndOfALineIsItsEndAndBeyondTheLastLineTheEndOfTheText() {
    assertThat(POSITIONS.offset(new Position(1, 99))).isEqualTo(7);
    assertThat(POSITIONS.offset(new Position(2, Integer.MAX_VALUE))).isEqualTo(9);
    assertThat(POSITIONS.offset(new Position(3, 1))).isEqualTo(10);
    assertThat(POSITIONS.offset(new Position(7, 0))).isEqualTo(10);
  }

  @Test void everyOtherOffsetIsThatOfItsPosition() {
    for (int offset : new int[] {0, 1, 2, 4, 6, 7, 8, 9, 10}) {
      assertThat(POSITIONS.offset(POSITIONS.position(offset))).isEqualTo(offset);
    }
  }
}
