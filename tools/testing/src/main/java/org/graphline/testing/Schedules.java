package org.graphline.testing;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.graphline.model.semantics.Step;
import org.graphline.testing.schedule.Move;
import org.graphline.testing.schedule.Rehearsal;

/// Schedules for jqwik, which draws and shrinks them.
public final class Schedules {
  private static final int MOST_CHOICES = 1_000;

  private Schedules() {}

  /// A run as choices among what is possible at each moment, the steps of the model first, then components to let go
  /// on. Choices too large go round. Smaller numbers stand for what comes first.
  public record Schedule(List<Integer> choices) {
    public Schedule {
      choices = List.copyOf(choices);
    }
  }

  /// Returns schedules of up to so many moves, for [Conformance#follow(Schedule)].
  public static Arbitrary<Schedule> upTo(int moves) {
    return Arbitraries.integers().between(0, MOST_CHOICES).list().ofMaxSize(moves).map(Schedule::new);
  }

  /// Returns chains of actions, each a step that the model can take, and Java then has to.
  /// Run them by [#perform(ActionChain)].
  public static ActionChainArbitrary<Rehearsal> actions(Conformance subject) {
    return ActionChain.startWith(subject::rehearse).withAction(new StepOfTheModel());
  }

  /// Runs a chain and ends its network.
  ///
  /// @throws AssertionError if Java parts from the model
  public static void perform(ActionChain<Rehearsal> chain) {
    try {
      Rehearsal end = chain.run();
      end.finish();
      demand(end);
    } finally {
      chain.finalState().ifPresent(Rehearsal::close);
    }
  }

  private static void demand(Rehearsal run) {
    run.deviation().ifPresent(deviation -> {
      run.close();
      throw new AssertionError(deviation.tell());
    });
  }

  /// Some step that is possible now.
  private static final class StepOfTheModel implements Action.Dependent<Rehearsal> {
    @Override
    public Arbitrary<Transformer<Rehearsal>> transformer(Rehearsal run) {
      List<Step> steps = run.isDone() ? List.of() : run.possible();
      return steps.isEmpty() ? Arbitraries.just(Transformer.endOfChain())
          : Arbitraries.of(steps).map(step -> Transformer.mutate(run.tell(step), r -> {
            r.make(new Move.Take(step.label()));
            demand(r);
          }));
    }
  }
}
