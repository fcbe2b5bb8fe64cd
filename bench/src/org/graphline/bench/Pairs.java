package org.graphline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graphline.checker.packed.ProductSpace;

/// How much faster several threads search than one: both in turn, in one warm virtual machine, and the median of the
/// ratios of neighbors. Apart from each other, what else the processor has to do moves such a ratio by a fifth.
final class Pairs {
  static final String HEADER = """
      | network | pairs | times as fast: median, quartiles | one thread, s | all threads, s |
      |---|---|---|---|---|
      """;

  private static final int WARMING = 3;

  private Pairs() {}

  /// Returns a line of a table about one network.
  static String measure(Family family, Settings settings) throws IOException, InterruptedException {
    Command ran = Graphline.run(family, settings.heap(), settings.timeout(), Pairs.class,
        Integer.toString(settings.threads().getLast()), Integer.toString(settings.pairs()));
    String said = ran.isLate() ? "more than " + settings.timeout() + " s | |"
        : ran.output().strip().lines().filter(l -> l.startsWith("pairs ")).findFirst()
            .map(l -> l.substring("pairs ".length())).orElse("ends with " + ran.exit() + " | |");
    return "| " + family + " | " + settings.pairs() + " | " + said + " |\n";
  }

  /// Takes a file, a number of threads, and how many pairs.
  public static void main(String[] arguments) throws Exception {
    ProductSpace space = Once.space(Once.elaboration(Path.of(arguments[0])));
    int threads = Integer.parseInt(arguments[1]);
    for (int i = 0; i < WARMING; i++) {
      seconds(space, 1);
      seconds(space, threads);
    }
    var alone = new ArrayList<Double>();
    var together = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    alone.add(seconds(space, 1));
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      together.add(seconds(space, threads));
      alone.add(seconds(space, 1));
      ratios.add((alone.get(i) + alone.get(i + 1)) / 2 / together.get(i));
    }
    System.out.println(String.format(Locale.ROOT, "pairs %.2f, %.2f to %.2f | %.2f | %.2f", quantile(ratios, 0.5),
        quantile(ratios, 0.25), quantile(ratios, 0.75), quantile(alone, 0.5), quantile(together, 0.5)));
  }

  private static double seconds(ProductSpace space, int threads) {
    long start = System.nanoTime();
    if (!Once.search(space, threads).complete()) {
      throw new IllegalStateException("not all states were searched");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double quantile(List<Double> of, double share) {
    double[] sorted = of.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) (share * (sorted.length - 1) + 0.5)];
  }
}
