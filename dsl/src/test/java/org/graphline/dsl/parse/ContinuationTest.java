package org.graphline.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.graphline.dsl.parse.Continuation.Place;
import org.junit.jupiter.api.Test;

class ContinuationTest {
  private static final String COMPONENT = "component C { in a: signal; run { ";

  @Test void wordsThatCanBeNamesAreWordsWhereTheyComeLast() {
    assertThat(Continuation.after(COMPONENT + "receive from ").places()).containsExactly(Place.PORT);
    assertThat(Continuation.after(COMPONENT + "receive from ").words()).isEmpty();
    assertThat(Continuation.after("check G { always ").words()).containsExactly("anything", "false", "true");
    assertThat(Continuation.after("check G { deadlock ").words()).containsExactly("free");
  }

  @Test void wordsThatCanBeNamesAreNamesWhereNothingElseFits() {
    assertThat(Continuation.after(COMPONENT + "receive from from ").places()).containsExactly(Place.PORT);
    assertThat(Continuation.after("check G { to leads ").words()).containsExactly("to");
  }

  @Test void aRuleThatBeginsDeepInAPredictionIsFound() {
    assertThat(Continuation.after("graph G { x = ").places()).containsExactly(Place.STAFF);
    assertThat(Continuation.after("graph G { a.b -> ").places()).containsExactlyInAnyOrder(Place.STAFF, Place.END);
    assertThat(Continuation.after("graph G { x = C(").places())
        .containsExactlyInAnyOrder(Place.ARGUMENT, Place.VALUE, Place.NUMBER);
  }

  @Test void mistakesBeforeArePassedOver() {
    var next = Continuation.after("component B { in a signal; run { send to; } }\n" + COMPONENT + "x = ; receive ");
    assertThat(next.words()).containsExactly("from");
  }

  @Test void whereNumbersAreDueThereAreNoLiteralsOfOtherTypes() {
    assertThat(Continuation.after(COMPONENT + "for i in ").places()).containsExactly(Place.NUMBER);
    assertThat(Continuation.after(COMPONENT + "for i in ").words()).isEmpty();
    assertThat(Continuation.after("component C { in a: ").words()).containsExactly("list");
  }

  @Test void insideCommentsAndTextsAnythingCanCome() {
    assertThat(Stream.of("/* a", "const A = \"b", "const A = \"b\\\"", "// c", "/** d *"))
        .allMatch(text -> Continuation.after(text).isInProse() && Continuation.after(text).words().isEmpty());
    assertThat(Stream.of("/* a */", "const A = \"b\"", "const A = \"b\\\\\"", "// c\n", "", "const A = \"b\n"))
        .noneMatch(text -> Continuation.after(text).isInProse());
  }

  @Test void bracketsWithoutEndAreGivenUp() {
    assertThat(Continuation.after("const A = " + "(".repeat(100_000)).words()).isEmpty();
  }
}
