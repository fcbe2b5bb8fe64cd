package org.graphline.cli;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Options.Engine;
import org.graphline.checker.engine.Options.Reduction;
import org.graphline.checker.engine.Options.Steps;
import org.graphline.checker.store.Storage;
import org.graphline.cli.console.World;
import org.graphline.model.semantics.Timers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options about how to check and when to give up.
final class Bounds {
  @Option(names = "--max-states", paramLabel = "N",
      description = "Give up after this many states (exit code 3), for example 1000000 or 5M.",
      converter = Count.class)
  private Long maxStates;

  @Option(names = "--max-memory", paramLabel = "SIZE",
      description = "Memory for states, for example 500M or 4G; by default nearly all that the JVM may use outside its heap,"
          + " or half of the heap if nothing is said of it; never more than is free where they lie in the heap.",
      converter = Size.class)
  private Long maxMemory;

  @Option(names = "--timeout", paramLabel = "TIME",
      description = "Give up on a graph after this long, for example 30s, 5min or 1h.",
          converter = Time.class)
  private Duration timeout;

  @Option(names = "--timers", paramLabel = "any|patient", defaultValue = "any",
      description = "When a timer may fire: at any moment, or only when nothing else can move.")
  private Timers timers;

  @Option(names = "--threads", paramLabel = "N",
      description = "Threads to search with; by default as many as there are processors.",
      converter = Positive.class)
  private Integer threads;

  @Option(names = "--reduction", paramLabel = "none|confluence|stubborn",
      description = "Which states may be passed over because the answer is the same without them; by default"
          + " stubborn. See graphline explain engines.")
  private Reduction reduction;

  @Option(names = "--no-reduce", description = "The same as --reduction none.")
  private boolean noReduce;

  @Option(names = "--symmetry", paramLabel = "auto|on|off", defaultValue = "auto",
      description = "Whether one state may stand for all that differ from it by who is who only, where nobody is named:"
          + " for deadlock free and error free alone; by default auto, which is on unless nothing is to be reduced.")
  private Switch symmetry;

  @Option(names = "--engine", paramLabel = "auto|search|proofs|composition",
      description = "What may carry a verdict: a search of the states, proofs that need none, composition of graphs inside"
          + " made small first, or whichever comes to an end; by default auto.")
  private Engine engine;

  @Option(names = "--steps", paramLabel = "compiled|interpreted|model",
      description = "How steps are computed: by code made for the graph, from tables made for it, or by the model"
          + " itself; by default compiled.")
  private Steps steps;

  @Option(names = "--approximate", paramLabel = "hash|bitstate",
      description = "Look for bad states in graphs too large for memory, keeping 64 bits of each state or three:"
          + " nothing found is unknown (exit code 3), never a proof.")
  private Approximation approximate;

  private boolean warned;

  /// Whether something is wanted.
  enum Switch {
    AUTO, ON, OFF
  }

  /// What is kept of each state.
  enum Approximation {
    HASH, BITSTATE;

    private Storage storage() {
      return switch (this) {
        case HASH -> Storage.FINGERPRINTS;
        case BITSTATE -> Storage.BITS;
      };
    }
  }

  /// Returns the checker's options.
  Options options(World world, BooleanSupplier cancelled) {
    Options options = Options.withClock(world.nanoTime()).timers(timers).cancelled(cancelled);
    if (maxStates != null) {
      options = options.maxStates(maxStates);
    }
    long outsideHeap = Memory.outsideHeap();
    if (maxMemory != null) {
      options = options.maxBytes(maxMemory);
      warn(world, outsideHeap);
    } else if (outsideHeap > 0) {
      options = options.maxBytes(outsideHeap / 16 * 15);
    }
    if (timeout != null) {
      options = options.maxTime(timeout);
    }
    return exploration(options);
  }

  /// Says once that the JVM will not give as much memory as is asked for.
  private void warn(World world, long outsideHeap) {
    if (!warned && outsideHeap > 0 && maxMemory > outsideHeap) {
      warned = true;
      world.err().println(tooMuch(maxMemory, outsideHeap));
    }
  }

  static String tooMuch(long asked, long allowed) {
    return "graphline: --max-memory asks for " + mebibytes(asked) + ", but the JVM may use " + mebibytes(allowed)
        + " outside its heap: GRAPHLINE_JAVA_OPTS=-XX:MaxDirectMemorySize=" + mebibytes(asked).replace(" MiB", "m")
        + " lets it use more";
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  /// How the states are explored; verdicts are the same with all of it, except that an approximate search
  /// proves nothing.
  private Options exploration(Options defaults) {
    Options options = defaults;
    if (threads != null) {
      options = options.threads(threads);
    }
    if (engine != null) {
      options = options.engine(engine);
    }
    if (steps != null) {
      options = options.steps(steps);
    }
    if (reduction != null) {
      options = options.reduction(reduction);
    }
    if (approximate != null) {
      options = options.storage(approximate.storage());
    }
    if (noReduce) {
      options = options.reduction(Reduction.NONE);
    }
    return options.symmetry(switch (symmetry) {
      case AUTO -> options.reduction() != Reduction.NONE && options.storage().exact();
      case ON -> true;
      case OFF -> false;
    });
  }

  private static long scaled(String text, String units, long step) {
    String digits = text.replaceFirst("[A-Za-z]+$", "");
    String unit = text.substring(digits.length()).toUpperCase(java.util.Locale.ROOT);
    int power = unit.isEmpty() ? 0 : units.indexOf(unit.charAt(0)) + 1;
    if (!digits.matches("[0-9]{1,15}") || unit.length() > 1 || !unit.isEmpty() && power == 0) {
      throw new TypeConversionException("'" + text + "' is not a number like 500 or 4" + units.charAt(1));
    }
    long value = Long.parseLong(digits);
    for (int i = 0; i < power; i++) {
      value = Math.multiplyExact(value, step);
    }
    if (value == 0) {
      throw new TypeConversionException("it must be more than 0");
    }
    return value;
  }

  /// Reads a number from 1 to 1024.
  static final class Positive implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      int most = 1024;
      if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
        throw new TypeConversionException("'" + text + "' is not a number from 1 to " + most);
      }
      return Integer.parseInt(text);
    }
  }

  /// Reads `5M`.
  static final class Count implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return scaled(text, "KMG", 1000);
    }
  }

  /// Reads `4G`.
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return scaled(text, "KMGT", 1024);
    }
  }

  /// Reads `30s`, `5min`, `1h`.
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      String digits = text.replaceFirst("[a-z]+$", "");
      if (!digits.matches("[0-9]{1,9}")) {
        throw new TypeConversionException("'" + text + "' is not a time like 30s, 5min or 1h");
      }
      long number = Long.parseLong(digits);
      return switch (text.substring(digits.length())) {
        case "ms" -> Duration.ofMillis(number);
        case "s", "" -> Duration.ofSeconds(number);
        case "min", "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> throw new TypeConversionException("'" + text + "' is not a time like 30s, 5min or 1h");
      };
    }
  }
}
