package org.graphline.checker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.graphline.checker.space.TableSpace;
import org.graphline.checker.verdict.Reason;
import org.graphline.model.property.Condition;
import org.graphline.model.property.Property;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Type;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Test;

class BreadthFirstTest {
  private static final Property DEADLOCK_FREE = new Property.DeadlockFree();
  private static final Property TERMINATES = new Property.Terminates();
  private static final Property SHUTS_DOWN = new Property.ShutsDown();

  @Test
  void findsTheDeadlockWithTheFewestSteps() {
    var space = new TableSpace(5).fair(0, 1, 0).fair(1, 2, 0).fair(2, 3, 0).fair(0, 4, 0).fair(4, 3, 0)
        .waits(3, 7, 8).waits(3, 8, 7);
    var evidence = fails(space, DEADLOCK_FREE);
    assertThat(evidence.length()).isEqualTo(2);
    assertThat(evidence.group()).containsExactly(7, 8);
  }

  @Test
  void doesNotCountMarks() {
    var space = new TableSpace(7).fair(0, 1, 0).fair(1, 6, 0).fair(0, 2, -1).fair(2, 3, -1).fair(3, 4, -1)
        .fair(4, 6, 0).waits(6, 1, 1);
    var evidence = fails(space, DEADLOCK_FREE);
    assertThat(evidence.length()).isEqualTo(1);
    assertThat(evidence.stem()).hasSize(4);
  }

  @Test
  void seesAStuckGroupBeforeTheRestStops() {
    var space = new TableSpace(3).fair(0, 1, 0).fair(1, 2, 0).fair(2, 1, 0).waits(1, 3, 4).waits(1, 4, 3);
    assertThat(fails(space, DEADLOCK_FREE).group()).containsExactly(3, 4);
  }

  @Test
  void restingIsNotStuck() {
    var space = new TableSpace(2).rests(3).rests(4).fair(0, 1, 0).waits(1, 3, 4).waits(1, 4, 3);
    assertThat(judge(space, DEADLOCK_FREE)).isEqualTo(new Judgement.Holds());
  }

  @Test
  void anArmedTimerKeepsAGroupAlive() {
    var space = new TableSpace(3).fair(0, 1, 0).fair(1, 2, 0).fair(2, 1, 0).waits(1, 3, 4).waitsForTimeOr(1, 4, 3)
        .waits(2, 3, 4).waitsForTimeOr(2, 4, 3);
    assertThat(judge(space, DEADLOCK_FREE)).isEqualTo(new Judgement.Holds());
  }

  @Test
  void reportsOnlyWhatBusyMembersDependOn() {
    var space = new TableSpace(1).rests(5).rests(6).waits(0, 3, 4).waits(0, 4, 3).waits(0, 5, 6).waits(0, 6, 5);
    assertThat(fails(space, DEADLOCK_FREE).group()).containsExactly(3, 4);
  }

  @Test
  void stopsAtErrorStates() {
    var space = new TableSpace(3).fair(0, 1, 0).faulty(1).fair(1, 2, 0).waits(2, 1, 1);
    assertThat(fails(space, new Property.ErrorFree()).length()).isEqualTo(1);
    assertThat(judge(space, DEADLOCK_FREE)).isEqualTo(new Judgement.Holds());
  }

  @Test
  void aFairStepOutOfALoopIsTaken() {
    var space = new TableSpace(3).fair(0, 1, 0).fair(1, 0, 0).fair(1, 2, 0).over(2);
    assertThat(judge(space, TERMINATES)).isEqualTo(new Judgement.Holds());
  }

  @Test
  void aDemonMayRefuseForEver() {
    var space = new TableSpace(3).demonic(0, 1, 0, 4).demonic(0, 2, 0, 4).fair(1, 0, 0).over(2);
    var evidence = fails(space, TERMINATES);
    assertThat(evidence.loop()).hasSize(2);
    assertThat(evidence.closure()).isEqualTo(Judgement.Closure.FAIR_LOOP);
  }

  @Test
  void aDemonMustChooseSomething() {
    var space = new TableSpace(4).demonic(0, 2, 0, 4).demonic(0, 3, 0, 4).fair(0, 1, 0).fair(1, 0, 0).over(2)
        .over(3);
    assertThat(judge(space, TERMINATES)).isEqualTo(new Judgement.Holds());
  }

  @Test
  void twoDemonsDecideEachForItself() {
    var space = new TableSpace(3).demonic(0, 1, 0, 1).demonic(0, 2, 0, 2).fair(1, 0, 0).over(2);
    assertThat(judge(space, TERMINATES)).isEqualTo(new Judgement.Holds());
  }

  @Test
  void theEnvironmentMayRestForEver() {
    var space = new TableSpace(2).free(0, 1, 0).over(1);
    assertThat(fails(space, TERMINATES).stem()).isEmpty();
  }

  @Test
  void livelockIsALoopWithoutProgress() {
    var space = new TableSpace(3).fair(0, 1, 0).fair(1, 2, 1).fair(2, 1, 2);
    assertThat(judge(space, new Property.LivelockFree(TableSpace.on(2)))).isEqualTo(new Judgement.Holds());
    var evidence = fails(space, new Property.LivelockFree(TableSpace.on(0)));
    assertThat(evidence.stem()).hasSize(1);
    assertThat(evidence.loop()).hasSize(2);
  }

  @Test
  void componentsAreSplitUntilNothingChanges() {
    // 1-2 and 2-3 are loops of one component; the fair progress at 2 breaks it, and 1 and 3 lose their loops.
    var space = new TableSpace(4).fair(0, 1, 0).fair(1, 2, 0).fair(2, 1, 0).fair(2, 3, 0).fair(3, 2, 0).fair(2, 0, 9);
    assertThat(judge(space, new Property.LivelockFree(TableSpace.on(9)))).isEqualTo(new Judgement.Holds());
  }

  @Test
  void aFairLoopTakesAllItOwes() {
    var space = new TableSpace(4).fair(0, 1, 0).fair(0, 2, 0).fair(0, 3, 0).fair(1, 0, 0).fair(2, 0, 0).fair(3, 0, 0);
    var evidence = fails(space, TERMINATES);
    assertThat(evidence.loop()).hasSize(6);
    assertThat(evidence.closure()).isEqualTo(Judgement.Closure.FAIR_LOOP);
  }

  @Test
  void shutsDownIsJudgedOnceTheTraysAreClosed() {
    var space = new TableSpace(3).traysOpen(0).fair(0, 0, 0).free(0, 1, 1).fair(1, 2, 0).over(2);
    assertThat(judge(space, SHUTS_DOWN)).isEqualTo(new Judgement.Holds());
    assertThat(judge(space.fair(2, 1, 0), TERMINATES)).isInstanceOf(Judgement.Fails.class);
  }

  @Test
  void shutsDownFailsInALoopAfterTheTraysAreClosed() {
    var space = new TableSpace(3).traysOpen(0).free(0, 1, 1).fair(1, 2, 0).fair(2, 1, 0);
    var evidence = fails(space, SHUTS_DOWN);
    assertThat(evidence.length()).isEqualTo(1);
    assertThat(evidence.loop()).hasSize(2);
  }

  @Test
  void everyCauseNeedsAnEffect() {
    var leads = new Property.LeadsTo(TableSpace.on(1), TableSpace.on(2));
    var answered = new TableSpace(3).fair(0, 1, 1).fair(1, 0, 2).fair(0, 2, 3).over(2);
    assertThat(judge(answered, leads)).isEqualTo(new Judgement.Holds());
    var deadEnd = new TableSpace(3).fair(0, 1, 1).fair(1, 0, 2).fair(1, 2, 3).over(2);
    assertThat(fails(deadEnd, leads).stem()).hasSize(2);
    var endless = new TableSpace(3).fair(0, 1, 1).free(1, 0, 2).fair(1, 2, 3).fair(2, 1, 3);
    assertThat(fails(endless, leads).loop()).hasSize(2);
  }

  @Test
  void aScenarioIsSeenThroughItsNamesOnly() {
    var space = new TableSpace(4).fair(0, 1, 5).fair(1, 2, 1).fair(2, 3, 2).over(3);
    var one = TableSpace.on(1);
    var two = TableSpace.on(2);
    assertThat(judge(space, new Property.Can(List.of(one, two)))).isEqualTo(new Judgement.Holds());
    assertThat(fails(space, new Property.Can(List.of(TableSpace.on(7)))).stem()).isEmpty();
    assertThat(fails(space, new Property.Can(List.of(one, one))).stem()).hasSize(2);
    assertThat(judge(space, new Property.Cannot(List.of(two, one)))).isEqualTo(new Judgement.Holds());
    assertThat(fails(space, new Property.Cannot(List.of(one, two))).stem()).hasSize(3);
  }

  @Test
  void alwaysLooksAtEveryState() {
    var space = new TableSpace(3).fair(0, 1, 0).fair(1, 2, 0).over(2);
    assertThat(fails(space, new Property.Always(List.of(isNot(2)))).length()).isEqualTo(2);
    assertThat(fails(space, new Property.Never(List.of(isNot(0)))).length()).isEqualTo(1);
    assertThat(judge(space, new Property.Never(List.of()))).isEqualTo(new Judgement.Holds());
  }

  @Test
  void aStateLimitLeavesOpenWhatIsNotSeen() {
    var limits = limits(Options.withClock(() -> 0).maxStates(50));
    var outcome = new BreadthFirst("bfs").judge(chain(1000), List.of(DEADLOCK_FREE, TERMINATES), limits,
        Progress.SILENT);
    assertThat(outcome.judgements().values()).allSatisfy(j -> assertThat(j).isEqualTo(new Judgement.Open(
        new Reason.StateLimit(50, List.of(new Reason.Contributor("table[*]", 51, 1))))));
    assertThat(outcome.statistics().complete()).isFalse();
  }

  @Test
  void aStateLimitKeepsWhatIsSeen() {
    var space = chain(1000).fair(3, 2, 1);
    assertThat(judge(space, limits(Options.withClock(() -> 0).maxStates(50)), new Property.Cannot(List.of(
        TableSpace.on(1))))).isInstanceOf(Judgement.Fails.class);
  }

  @Test
  void timeAndCancellationEndTheSearch() {
    var clock = new AtomicLong();
    var options = Options.withClock(() -> clock.addAndGet(1_000_000_000)).maxTime(Duration.ofSeconds(3));
    assertThat(judge(chain(1000), limits(options), DEADLOCK_FREE)).isInstanceOfSatisfying(Judgement.Open.class,
        open -> assertThat(open.reason()).isInstanceOf(Reason.TimeLimit.class));
    assertThat(judge(chain(1000), limits(Options.withClock(() -> 0).cancelled(() -> true)), DEADLOCK_FREE))
        .isEqualTo(new Judgement.Open(new Reason.Cancelled()));
  }

  @Test
  void aMemoryLimitNamesWhatIsLarge() {
    var options = Options.withClock(() -> 0).maxBytes(400_000);
    assertThat(judge(chain(200_000), limits(options), DEADLOCK_FREE)).isInstanceOfSatisfying(Judgement.Open.class,
        open -> {
          assertThat(open.reason()).isInstanceOf(Reason.MemoryLimit.class);
          assertThat(open.reason().contributors().getFirst().name()).isEqualTo("table[*]");
        });
  }

  private static TableSpace chain(int states) {
    var space = new TableSpace(states);
    for (int s = 0; s < states - 1; s++) {
      space.fair(s, s + 1, 0);
    }
    return space.over(states - 1);
  }

  private static Condition isNot(int state) {
    return new Condition(new Expression.BoolLiteral(true, new Type.Bool(), Span.BUILT_IN),
        List.of(new Condition.Observed(null, state)));
  }

  private static Limits limits(Options options) {
    return Limits.of(options);
  }

  private static Judgement judge(TableSpace space, Property property) {
    return judge(space, limits(Options.withClock(() -> 0)), property);
  }

  private static Judgement judge(TableSpace space, Limits limits, Property property) {
    return new BreadthFirst("breadth first").judge(space, List.of(property), limits, Progress.SILENT).judgements()
        .get(property);
  }

  private static Judgement.Evidence fails(TableSpace space, Property property) {
    assertThat(judge(space, property)).isInstanceOf(Judgement.Fails.class);
    return ((Judgement.Fails) judge(space, property)).evidence();
  }
}
