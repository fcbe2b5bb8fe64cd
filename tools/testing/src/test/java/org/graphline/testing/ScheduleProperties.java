package org.graphline.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import org.graphline.testing.Schedules.Schedule;
import org.graphline.testing.schedule.Rehearsal;
import org.opentest4j.AssertionFailedError;
import studio.Easel;

/// The shop and the easel under schedules that jqwik draws.
class ScheduleProperties {
  private final Conformance shop = Conformance.ofGraph("shop.graphline", "Shop");
  private final Conformance easel = Conformance.ofComponent("studio.graphline", "Canvas", Easel::new);

  @Provide Arbitrary<Schedule> schedules() {
    return Schedules.upTo(30);
  }

  @Property(tries = 50) void theShopKeepsToItsModelUnderAnySchedule(@ForAll("schedules") Schedule schedule) {
    shop.follow(schedule);
  }

  @Provide Arbitrary<ActionChain<Rehearsal>> strokes() {
    return Schedules.actions(easel).withMaxTransformations(20);
  }

  @Property(tries = 50) void theEaselKeepsItsContract(@ForAll("strokes") ActionChain<Rehearsal> chain) {
    Schedules.perform(chain);
  }

  @Example void aScheduleThatShowsAMistakeFails() {
    Conformance broken = Conformance.ofGraph("shop.graphline", "Shop").sources(sources -> {
      sources.computeIfPresent("shop/Till.java", (_, text) -> text.replace("at(25).reply(call, true);", ""));
      return sources;
    });
    assertThatThrownBy(() -> broken.follow(new Schedule(Collections.nCopies(10, 0))))
        .isInstanceOf(AssertionError.class).isNotInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("refused, though the model promises it: till.pay replies to customer.till  true");
  }
}
