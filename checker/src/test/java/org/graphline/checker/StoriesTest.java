package org.graphline.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphline.checker.verdict.Counterexample;
import org.graphline.checker.verdict.StoryStep;
import org.junit.jupiter.api.Test;

/// In which order stories are told, what is left out of them, and what is said about loops.
class StoriesTest {

  private static List<String> steps(Counterexample story) {
    return story.stem().stream().map(StoryStep::text).map(String::strip).toList();
  }

  @Test
  void aLetterIsCollectedRightAfterItIsPosted() {
    Counterexample story = Specs.counterexample("""
        package p;
        component W { out o: 0..3;  run { send 1 to o;  send 2 to o;  send 3 to o; } }
        component R { in i: 0..3;  var last: 0..3 = 0;  run { repeat { receive x from i;  last = x; } } }
        graph G { w = W();  r = R();  w.o ->[2] r.i; }
        check G { never r.last == 3; }
        """);
    assertThat(steps(story)).containsExactly("w.o posts to r.i  1", "r.i collects  1", "w.o posts to r.i  2",
        "r.i collects  2", "w.o posts to r.i  3", "r.i collects  3");
  }

  @Test
  void eachChainOfCausesIsToldInOnePiece() {
    Counterexample story = Specs.counterexample("""
        package p;
        component S { out o: signal;  run { send to o; } }
        component M { in i: signal;  out o: signal;  run { receive from i;  send to o; } }
        component E { in i: signal;  out mine: signal;  in yours: signal;
            run { receive from i;  send to mine;  receive from yours; } }
        graph G {
            for k in 0..1 { s[k] = S();  m[k] = M();  e[k] = E();  s[k].o -> m[k].i;  m[k].o -> e[k].i; }
            e[0].mine -> e[1].yours;  e[1].mine -> e[0].yours;
        }
        check G { deadlock free; }
        """);
    assertThat(steps(story)).containsExactly("s[0].o -> m[0].i", "m[0].o -> e[0].i", "s[1].o -> m[1].i",
        "m[1].o -> e[1].i");
  }

  @Test
  void marksThatNobodyAsksForAreLeftOut() {
    Counterexample story = Specs.counterexample("""
        package p;
        component Bystander { run { mark here;  mark there; } }
        component A { out o: signal;  in i: signal;  run { send to o;  receive from i; } }
        component B { out o: signal;  in i: signal;  run { receive from i;  receive from i;  send to o; } }
        graph G { x = Bystander();  a = A();  b = B();  a.o -> b.i;  b.o -> a.i; }
        check G { deadlock free; }
        """);
    assertThat(steps(story)).containsExactly("a.o -> b.i");
  }

  @Test
  void theEnvironmentClosesAfterWhatItHasSetOff() {
    Counterexample story = Specs.counterexample("""
        package p;
        component P { in i: signal;  out o: signal;  in back: signal;
            run { repeat { receive from i;  send to o;  receive from back; } } }
        component Q { in i: signal;  out o: signal;  run { receive from i;  receive from i;  send to o; } }
        graph G { in go: signal;  p = P();  q = Q();  go -> p.i;  p.o -> q.i;  q.o -> p.back; }
        check G { shuts down; }
        """);
    assertThat(steps(story)).containsExactly("environment.go -> p.i", "p.o -> q.i", "environment closes go");
  }

  @Test
  void aLoopNamesTheChoicesItLivesOn() {
    Counterexample story = Specs.counterexample("""
        package p;
        extern Door { fun isOpen(): bool; }
        component A { run { while (true) { if (Door.isOpen()) { mark done; } } } }
        graph G { a = A(); }
        check G { livelock free progress on a.done; }
        """);
    assertThat(story.explanation().notes()).containsExactly("it can go on so for ever, as long as Door.isOpen"
        + " always answers false (spec.graphline:3): every other step that stays possible is taken on the way"
        + " round", "if Door.isOpen cannot always answer so, declare it `fair fun`");
  }

  @Test
  void aLoopNamesWhatTheEnvironmentNeedNotDo() {
    Counterexample story = Specs.counterexample("""
        package p;
        component A { in i: signal;  in j: signal;  out o: signal;
            run { repeat select { receive from i => { } receive from j => send to o; } } }
        graph G { in some: signal;  in more: signal;  out o: signal;  a = A();
            some -> a.i;  more -> a.j;  a.o -> o; }
        check G { livelock free progress on o; }
        """);
    assertThat(story.explanation().notes()).containsExactly("it can go on so for ever, as long as the environment"
        + " keeps sending to some, sends nothing more to more and does not close some or more: every other step"
        + " that stays possible is taken on the way round");
  }
}
