package org.graphline.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.graphline.model.network.Network;
import org.graphline.model.term.Program;
import org.graphline.runtime.Desk;
import org.graphline.runtime.Options;
import org.graphline.testing.schedule.Campaign;
import org.graphline.testing.schedule.Campaign.Found;
import org.graphline.testing.schedule.Letters;
import org.graphline.testing.schedule.Rehearsal;
import org.graphline.testing.schedule.Subject;
import org.graphline.testing.Schedules.Schedule;
import org.graphline.testing.subject.CompiledGraph;
import org.graphline.testing.subject.LoneComponent;
import org.graphline.testing.subject.Specs;
import org.graphline.testing.subject.StartedGraph;

/// Holds Java against the model it is made from: a compiled graph, or a component written in Java against its contract.
///
/// The test decides who goes on next and what the environment does. After each step the model says what may come; what
/// Java does beyond that, or refuses though it was promised, fails the test with the shortest schedule found and the
/// seed to run it again. Say how before the first run: what is run is made once.
public final class Conformance {
  private final String name;
  private final Program program;
  private final Map<String, String> arguments = new LinkedHashMap<>();
  private final Map<String, Object> given = new LinkedHashMap<>();
  private final Letters letters = new Letters();
  private final Function<Conformance, Subject> maker;
  private UnaryOperator<Map<String, String>> sources = UnaryOperator.identity();
  private Campaign campaign;
  private int runs = 100;
  private long seed = 1;
  private int moves = 60;
  private int tries = 1_000;
  private Duration patience = Duration.ofSeconds(10);

  private Conformance(String name, Program program, Function<Conformance, Subject> maker) {
    this.name = name;
    this.program = program;
    this.maker = maker;
  }

  /// Holds a graph against its model; its Java is made and compiled here. Externs answer whatever the model can answer.
  public static Conformance ofGraph(String specification, String graph) {
    return new Conformance(graph, Specs.program(specification), asked -> CompiledGraph.compile(asked.network(),
        asked.sources.apply(new TreeMap<>(Specs.java(asked.program))), asked.given));
  }

  /// Holds a graph that the test starts against its model.
  ///
  /// @param starter starts the generated class with the given options and returns it
  public static Conformance ofGraph(String specification, String graph, Function<Options, ?> starter) {
    return new Conformance(graph, Specs.program(specification), asked -> new StartedGraph(asked.network(), starter));
  }

  /// Holds a component written in Java against its contract: the test plays its partners, as the contract allows.
  ///
  /// @param maker makes the component anew for each run
  public static Conformance ofComponent(String specification, String component, Supplier<? extends Desk> maker) {
    return new Conformance(component, Specs.program(specification),
        asked -> new LoneComponent(Specs.alone(asked.program, component, asked.arguments), maker));
  }

  private Network network() {
    return Specs.network(program, name, arguments);
  }

  /// Gives an argument, as on the command line.
  public Conformance argument(String parameter, Object value) {
    arguments.put(parameter, value.toString());
    return this;
  }

  /// Calls a method of the generated builder with `value`, instead of making something up.
  public Conformance with(String method, Object value) {
    given.put(method, value);
    return this;
  }

  /// Changes the Java, by path, before it is compiled; to add classes, or to break it on purpose.
  public Conformance sources(UnaryOperator<Map<String, String>> change) {
    sources = change;
    return this;
  }

  /// Says how to make a letter of a class that the language cannot look into.
  public <T> Conformance letters(Class<T> type, Supplier<? extends T> maker) {
    letters.made(type, maker);
    return this;
  }

  /// Says how many runs to make; 100 unless said.
  public Conformance runs(int number) {
    runs = number;
    return this;
  }

  /// Says where chance starts; the seed of a failure makes its run the first one.
  public Conformance seed(long number) {
    seed = number;
    return this;
  }

  /// Says how many moves a run makes at most; 60 unless said.
  public Conformance moves(int number) {
    moves = number;
    return this;
  }

  /// Says how many runs may be spent on a shorter one, once one has failed; 1,000 unless said.
  public Conformance shrinking(int number) {
    tries = number;
    return this;
  }

  /// Says how long a component may be away in Java, neither communicating nor ending; ten seconds unless said.
  public Conformance patience(Duration time) {
    patience = time;
    return this;
  }

  /// Makes the runs, and returns the shortest one found that parts from the model.
  public Optional<Found> find() {
    return campaign().explore(runs, seed);
  }

  private Campaign campaign() {
    if (campaign == null) {
      campaign = new Campaign(maker.apply(this), letters, moves, tries, patience);
    }
    return campaign;
  }

  /// Makes the runs.
  ///
  /// @throws AssertionError with the shortest schedule found if one of them parts from the model
  public void verify() {
    find().ifPresent(found -> {
      throw new AssertionError(tell(found));
    });
  }

  /// Makes one run as a schedule says.
  ///
  /// @throws AssertionError if it parts from the model
  public void follow(Schedule schedule) {
    campaign().follow(schedule.choices(), seed).ifPresent(deviation -> {
      throw new AssertionError(deviation.tell());
    });
  }

  /// Starts one run, to be gone through move by move and closed.
  public Rehearsal rehearse() {
    return campaign().rehearse(seed);
  }

  private String tell(Found found) {
    int length = found.deviation().moves().size();
    String tried = found.shortest() ? "; no shorter run does" : "; shorter runs were not all tried";
    return name + " parts from its model in run " + found.runs() + ", after " + length
        + (length == 1 ? " move" : " moves") + tried + "\n"
        + found.deviation().tell() + "   rerun with seed(" + found.seed() + ")";
  }
}
