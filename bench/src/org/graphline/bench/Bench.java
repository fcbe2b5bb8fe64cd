package org.graphline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs Graphline, SPIN and TLC in alternation on the families, and prints a table of medians.
public final class Bench {
  private final Settings settings;
  private final List<Contestant> contestants = new ArrayList<>();

  private Bench(Settings settings) {
    this.settings = settings;
  }

  /// A tool with its settings.
  private interface Contestant {
    Measured measure(Family family) throws IOException, InterruptedException;
  }

  /// What takes part only where a network is said in its language.
  private record Guest(Tlc tlc) implements Contestant {
    @Override
    public Measured measure(Family family) throws IOException, InterruptedException {
      return tlc.measure(family);
    }
  }

  /// Takes the folder `bench` and the options that `bench/run --help` lists.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Settings settings;
    try {
      settings = Settings.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(64);
      return;
    }
    var bench = new Bench(settings);
    if (settings.pairs() > 0) {
      bench.runPairs();
    } else {
      bench.run();
    }
  }

  private List<Family> families() throws IOException {
    return Family.of(settings.folder()).stream()
        .filter(f -> settings.sizes().contains(f.size()))
        .filter(f -> settings.only().isEmpty() || settings.only().stream().anyMatch(f.name()::contains)).toList();
  }

  private void runPairs() throws IOException, InterruptedException {
    System.out.print(Pairs.HEADER);
    for (Family family : families()) {
      System.out.print(Pairs.measure(family, settings));
    }
  }

  private void run() throws IOException, InterruptedException {
    gather();
    List<Family> families = families();
    var all = new LinkedHashMap<Family, List<Measured>>();
    for (Family family : families) {
      all.put(family, measure(family));
      System.err.println(family + ": " + Table.brief(all.get(family)));
      write(all);
    }
    System.out.print(Table.of(all));
  }

  private void gather() throws InterruptedException {
    for (int threads : settings.threads()) {
      for (String engine : settings.engines()) {
        for (String reduction : settings.reductions()) {
          contestants.add(new Graphline(engine, threads, reduction, settings.warm(), settings.timeout(),
              settings.heap())::measure);
        }
      }
    }
    if (Spin.isInstalled()) {
      for (Spin.Way way : settings.spin()) {
        contestants.add(new Spin(way, settings.timeout(), settings.megabytes())::measure);
      }
    } else if (!settings.spin().isEmpty()) {
      System.err.println("SPIN is not measured: `spin` or `gcc` is not installed");
    }
    if (Tlc.isInstalled()) {
      contestants.add(new Guest(new Tlc(settings.timeout())));
    } else {
      System.err.println("TLC is not measured: `tlc` is not installed");
    }
  }

  private List<Measured> measure(Family family) throws IOException, InterruptedException {
    List<Contestant> contestants = this.contestants.stream()
        .filter(c -> !(c instanceof Guest) || Tlc.knows(family)).toList();
    var runs = new ArrayList<List<Measured>>();
    contestants.forEach(_ -> runs.add(new ArrayList<>()));
    for (int i = 0; i < settings.repeats(); i++) {
      for (int c = 0; c < contestants.size(); c++) {
        boolean failed = !runs.get(c).isEmpty() && !runs.get(c).getLast().isGood();
        if (!failed) {
          runs.get(c).add(contestants.get(c).measure(family));
        }
      }
    }
    return runs.stream().map(Measured::median).toList();
  }

  private void write(Map<Family, List<Measured>> all) throws IOException {
    Files.createDirectories(settings.results().toAbsolutePath().getParent());
    Files.writeString(settings.results(), Table.json(all));
  }
}
