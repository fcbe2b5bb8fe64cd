package org.graphline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.graphline.checker.Checker;
import org.graphline.checker.compiled.ProductSpaces;
import org.graphline.checker.engine.Options;
import org.graphline.checker.engine.Progress;
import org.graphline.checker.local.Unsupported;
import org.graphline.checker.packed.Interest;
import org.graphline.checker.packed.ProductSpace;
import org.graphline.checker.product.Products;
import org.graphline.checker.search.Bounds;
import org.graphline.checker.search.Inspector;
import org.graphline.checker.search.Result;
import org.graphline.checker.search.Search;
import org.graphline.checker.search.Watcher;
import org.graphline.checker.space.MemoryBudget;
import org.graphline.checker.store.Storage;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.Frontend;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.Timers;
import org.graphline.model.source.SourceFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Judges the last check of one file, in this virtual machine, and prints what that took as JSON. CPU time is that of
/// the whole machine, with its compilers and its garbage collector.
final class Once {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Elaboration elaboration;
  private final String engine;
  private final int threads;
  private final String reduction;

  private Once(Elaboration elaboration, String engine, int threads, String reduction) {
    this.elaboration = elaboration;
    this.engine = engine;
    this.threads = threads;
    this.reduction = reduction;
  }

  /// Takes a file, an engine, a number of threads, a reduction, and how many times to search.
  public static void main(String[] arguments) throws Exception {
    double start = cpu();
    var once = new Once(elaboration(Path.of(arguments[0])), arguments[1], Integer.parseInt(arguments[2]), arguments[3]);
    ObjectNode result = JsonMapper.shared().createObjectNode();
    result.put("start", start);
    result.put("front end", cpu() - start);
    once.measure(Integer.parseInt(arguments[4]), result);
    System.out.println(result);
  }

  /// Returns what the last check of a file is about.
  static Elaboration elaboration(Path file) throws IOException {
    var analysis = Frontend.analyze(List.of(SourceFile.decode(file.getFileName().toString(),
        Files.readAllBytes(file))));
    var program = analysis.program().orElseThrow(() -> new IllegalArgumentException(analysis.diagnostics().toString()));
    return Frontend.elaborate(program, Frontend.checks(program).getLast()).getFirst();
  }

  /// Returns the states of a network, with steps that are compiled.
  static ProductSpace space(Elaboration elaboration) throws Unsupported {
    var network = elaboration.network().orElseThrow();
    var product = Products.of(Semantics.of(network, Timers.ANY), Timers.ANY).product();
    return ProductSpaces.of(product, new Interest(true, List.of()));
  }

  /// Searches all of a space, outside the heap.
  static Result search(ProductSpace space, int threads) {
    long bytes = SYSTEM.getTotalMemorySize() / 2;
    try (var search = new Search(space, Storage.EXACT, threads, MemoryBudget.outsideHeap(bytes))) {
      return search.run((_, _) -> Inspector.Next.GO_ON, Bounds.none(System::nanoTime), Watcher.SILENT);
    }
  }

  private static double cpu() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  private void measure(int runs, ObjectNode result) throws Unsupported {
    double before = cpu();
    Runnable search = prepare(result);
    result.put("generate", cpu() - before);
    result.putArray("searches");
    for (int i = 0; i < runs; i++) {
      double cpu = cpu();
      long wall = System.nanoTime();
      search.run();
      var last = (ObjectNode) result.get("searches").get(i);
      last.put("cpu", cpu() - cpu);
      last.put("wall", (System.nanoTime() - wall) / 1e9);
    }
  }

  private Runnable prepare(ObjectNode result) throws Unsupported {
    if (!engine.equals("search")) {
      return () -> check(result);
    }
    if (!reduction.equals("none")) {
      throw new IllegalArgumentException("the bare search reduces nothing");
    }
    ProductSpace space = space(elaboration);
    return () -> search(space, result);
  }

  private void check(ObjectNode result) {
    Options options = Options.withClock(System::nanoTime).threads(threads)
        .steps(Options.Steps.valueOf(engine.toUpperCase(Locale.ROOT)))
        .reduction(Options.Reduction.valueOf(reduction.toUpperCase(Locale.ROOT)));
    options = options.symmetry(options.reduction() != Options.Reduction.NONE);
    Report report = Checker.check(elaboration.network().orElseThrow(), elaboration.claims(), options, Progress.SILENT);
    boolean decided = report.verdicts().stream().noneMatch(v -> v instanceof Verdict.Undecided);
    boolean expected = report.verdicts().stream().allMatch(Verdict::isAsExpected);
    add(result, report.statistics().states(), report.statistics().transitions(), report.statistics().bytesPerState(),
        !decided ? "gives up" : expected ? "" : "another verdict");
  }

  private void search(ProductSpace space, ObjectNode result) {
    Result found = search(space, threads);
    add(result, found.states(), found.transitions(), found.bytesPerState(),
        found.complete() ? "" : "gives up: " + found.end());
  }

  private static void add(ObjectNode result, long states, long transitions, double bytesPerState, String remark) {
    result.withArray("searches").addObject().put("states", states).put("transitions", transitions)
        .put("bytes per state", bytesPerState).put("remark", remark);
  }
}
