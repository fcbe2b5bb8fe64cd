package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.model.network.End;
import org.graphline.model.semantics.Wait.Need;

/// Says in sentences who cannot go on until what; equals say it together.
final class WaitSentences {
  private final Parties parties;

  WaitSentences(Parties parties) {
    this.parties = parties;
  }

  /// Returns one sentence for each group of equal waiters: members of one array at one place that wait for the like.
  List<String> of(WaitForGraph waits) {
    Map<String, List<Waiter>> groups = new LinkedHashMap<>();
    for (Waiter waiter : waits.waiters()) {
      groups.computeIfAbsent(likeness(waiter), _ -> new ArrayList<>()).add(waiter);
    }
    return groups.values().stream().map(this::sentence).toList();
  }

  private String likeness(Waiter waiter) {
    return Names.array(waiter.name()) + " " + waiter.span().start() + " " + waiter.rests() + " "
        + Names.array(waiter.action()) + " " + waiter.detail().needs().stream().map(n -> n.kind() + " "
        + n.own().map(parties::port).map(Names::array).orElse("") + n.partners().stream()
            .map(parties::name).map(Names::array).distinct().collect(Collectors.joining(",")))
        .distinct().collect(Collectors.joining(";"));
  }

  private String sentence(List<Waiter> group) {
    Waiter first = group.getFirst();
    String who = Names.join(group.stream().map(Waiter::name).toList(), "and");
    String what = first.detail().needs().size() > 1 ? "go on" : unindexed(first.action(), group.size());
    return who + " cannot " + what + " until " + conditions(group)
        + (first.rests() ? " (resting)" : "");
  }

  private static String unindexed(String action, int members) {
    return members > 1 ? action.replaceAll("\\[\\d+\\]", "") : action;
  }

  /// The alternatives, the same kind of need of all members put together.
  private String conditions(List<Waiter> group) {
    Map<String, List<Need>> kinds = new LinkedHashMap<>();
    boolean many = group.getFirst().detail().needs().size() > 1;
    for (Waiter waiter : group) {
      for (Need need : waiter.detail().needs()) {
        String port = many ? need.own().map(parties::port).orElse("") : "";
        kinds.computeIfAbsent(need.kind() + " " + (group.size() > 1 ? Names.array(port) : port), _ -> new ArrayList<>())
            .add(need);
      }
    }
    return kinds.values().stream().map(needs -> condition(needs, many)).distinct().collect(Collectors.joining(" or "));
  }

  private String condition(List<Need> needs, boolean namesPort) {
    Need first = needs.getFirst();
    String conjunction = switch (first.quantifier()) {
      case ANY -> "or";
      case ALL -> "and";
    };
    List<String> partners = needs.stream().flatMap(n -> n.partners().stream()).distinct().map(parties::name).toList();
    String who = partners.isEmpty() ? "somebody" : Names.join(partners, conjunction);
    boolean plural = first.quantifier() == org.graphline.model.semantics.Wait.Quantifier.ALL && partners.size() > 1;
    String at = namesPort ? first.own().map(this::place).orElse("") : "";
    return switch (first.kind()) {
      case LETTER -> who + " sends" + (at.isEmpty() ? " it a letter" : " to " + at);
      case ROOM -> who + " takes a letter" + (at.isEmpty() ? "" : " from " + at);
      case READER -> who + " takes it";
      case REQUEST -> who + " calls" + (at.isEmpty() ? "" : " " + at);
      case ACCEPTANCE -> who + " accepts the call";
      case REPLY -> who + " replies";
      case BARRIER -> who + (plural ? " come" : " comes") + " to the barrier";
      case END -> who + (plural ? " are" : " is") + " done" + (at.isEmpty() ? "" : " with " + at);
      case TIMER -> "time is up";
      case CHOICE -> "it has chosen";
      case MOMENT -> "it goes on";
      case BRANCHES -> "its other branches end";
      case NOTHING -> "closing time";
    };
  }

  private String place(End end) {
    return parties.port(end);
  }
}
