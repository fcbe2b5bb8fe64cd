package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphline.checker.engine.Judgement.Evidence;
import org.graphline.model.property.Property;
import org.graphline.model.semantics.Step;

/// Leaves out steps that the finding does not need: what nothing follows from, and round trips.
///
/// Runs of neighboring steps are left out, long ones first, as Zeller and Hildebrandt do ("Simplifying and
/// isolating failure-inducing input", IEEE TSE 2002); what depends on them goes with them or stays.
final class Pruning {
  private final Editor editor;
  private final SameFinding finding;
  private final boolean shortest;

  /// @param shortest whether no run with fewer counted steps is possible, so that none need be looked for
  Pruning(Editor editor, SameFinding finding, boolean shortest) {
    this.editor = editor;
    this.finding = finding;
    this.shortest = shortest;
  }

  /// Returns evidence with as many steps less as can be found out.
  Evidence prune(Property property, Evidence evidence) {
    Evidence best = evidence;
    if (!shortest && editor.canFollow(evidence)) {
      best = withoutRoundTrips(best);
      for (int length = best.stem().size() / 2; length > 0 && editor.canFollow(best); length /= 2) {
        best = withoutStretches(best, length);
      }
    }
    return withoutIdle(property, best);
  }

  /// Leaves out what lies between two visits to a state.
  private Evidence withoutRoundTrips(Evidence evidence) {
    List<Step> stem = evidence.stem();
    var rest = new ArrayList<Step>();
    for (int i = 0; i < stem.size(); i++) {
      rest.add(stem.get(i));
      for (int j = stem.size() - 1; j > i; j--) {
        if (stem.get(j).target().equals(stem.get(i).target())) {
          i = j;
        }
      }
    }
    return attempt(evidence, rest);
  }

  private Evidence withoutStretches(Evidence evidence, int length) {
    Evidence best = evidence;
    for (int from = evidence.stem().size() - length; from >= 0 && editor.canFollow(best); from--) {
      if (from + length <= best.stem().size()) {
        best = attempt(best, Editor.without(best.stem(), from, from + length));
      }
    }
    return best;
  }

  /// Leaves out single steps with all that follows from them, the last first.
  private Evidence withoutIdle(Property property, Evidence evidence) {
    Evidence best = evidence;
    List<List<Integer>> causes = editor.causes(property, best.stem());
    for (int i = best.stem().size() - 1; i >= 0 && editor.canFollow(best); i--) {
      List<Step> stem = best.stem();
      Set<Integer> gone = consequences(causes, i);
      if (!shortest || gone.stream().noneMatch(p -> stem.get(p).label().isCounted())) {
        Evidence shorter = attempt(best, IntStream.range(0, stem.size()).filter(p -> !gone.contains(p))
            .mapToObj(stem::get).toList());
        if (shorter != best) {
          best = shorter;
          causes = editor.causes(property, best.stem());
        }
      }
    }
    return best;
  }

  private static Set<Integer> consequences(List<List<Integer>> causes, int step) {
    var all = new HashSet<>(Set.of(step));
    for (int i = step + 1; i < causes.size(); i++) {
      if (causes.get(i).stream().anyMatch(all::contains)) {
        all.add(i);
      }
    }
    return all;
  }

  private Evidence attempt(Evidence evidence, List<Step> stem) {
    return editor.followed(evidence, stem).filter(finding::isShownBy).orElse(evidence);
  }
}
