package org.graphline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.graphline.checker.verdict.Report;
import org.graphline.checker.verdict.Verdict;
import org.graphline.dsl.elaborate.Family.Growth;

/// What came out for random families: of which all sizes were proved, by variant functions in particular, and how many
/// single networks were refuted.
record FamilyTally(int proved, int variants, int refuted) {

  /// Holds what is proved of all sizes against the search of the first of the large ones.
  ///
  /// @param sizes      so many are searched
  /// @param mostStates so many states of each
  /// @param enough     once so many networks are refuted only families that are proved are searched
  static FamilyTally of(long first, long count, Function<Random, String> family, int sizes, long mostStates,
      long enough) {
    int proved = 0;
    int variants = 0;
    int refuted = 0;
    for (long seed = first; seed < first + count; seed++) {
      String text = family.apply(new Random(seed));
      var check = OpenCheck.of(text);
      assertThat(check.family().growth()).as("seed " + seed + "\n" + text).isInstanceOf(Growth.Uniform.class);
      int from = ((Growth.Uniform) check.family().growth()).from();
      Report report = check.large(List.of());
      boolean isProved = report.claimed().getFirst() instanceof Verdict.Holds;
      proved += isProved ? 1 : 0;
      variants += report.statistics().engine().contains("variant") ? 1 : 0;
      for (int size = from; size < from + sizes && (isProved || refuted < enough); size++) {
        Verdict searched = check.searched(text, size, mostStates);
        assertThat(isProved && searched instanceof Verdict.Violated)
            .as("seed " + seed + ", n = " + size + "\n" + text).isFalse();
        refuted += searched instanceof Verdict.Violated ? 1 : 0;
      }
    }
    return new FamilyTally(proved, variants, refuted);
  }
}
