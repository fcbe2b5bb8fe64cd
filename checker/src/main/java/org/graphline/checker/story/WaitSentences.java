package org.graphline.checker.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphline.checker.verdict.WaitForGraph;
import org.graphline.checker.verdict.WaitForGraph.Waiter;
import org.graphline.model.network.End;
import org.graphline.model.semantics.Wait;
import org.graphline.model.semantics.Wait.Need;

/// Says in sentences who cannot go on until what; equals say it together.
final class WaitSentences {
  private final Parties parties;

  WaitSentences(Parties parties) {
    this.parties = parties;
  }

  /// Returns one sentence for each group of equal waiters: members of one array at one place that wait for
  /// the like.
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
    List<Need> needs = first.detail().needs();
    if (!needs.isEmpty() && needs.stream().allMatch(n -> n.kind() == Wait.Kind.MOMENT)) {
      return who + " can " + unindexed(first.action(), group.size()) + " at any moment";
    }
    String what = isNamedByAction(first) ? unindexed(first.action(), group.size()) : "go on";
    return who + " cannot " + what + " until " + conditions(group)
        + (first.rests() ? " (resting)" : "");
  }

  /// Reports whether the statement itself says what is waited for.
  private static boolean isNamedByAction(Waiter waiter) {
    List<Need> needs = waiter.detail().needs();
    return needs.size() == 1 && switch (needs.getFirst().kind()) {
      case LETTER, ROOM, READER, REQUEST, ACCEPTANCE, BARRIER -> true;
      case REPLY, END, TIMER, CHOICE, MOMENT, BRANCHES, NOTHING -> false;
    };
  }

  private static String unindexed(String action, int members) {
    return members > 1 ? action.replaceAll("\\[\\d+\\]", "") : action;
  }

  /// The alternatives, the same kind of need of all members put together.
  private String conditions(List<Waiter> group) {
    Map<String, List<Need>> kinds = new LinkedHashMap<>();
    boolean many = !isNamedByAction(group.getFirst());
    for (Waiter waiter : group) {
      for (Need need : waiter.detail().needs()) {
        String port = many ? need.own().map(parties::port).orElse("") : "";
        String where = group.size() > 1 ? Names.array(port) : port;
        kinds.computeIfAbsent(need.kind() + " " + where, _ -> new ArrayList<>()).add(need);
      }
    }
    return kinds.values().stream().map(needs -> condition(group, needs, many)).distinct()
        .collect(Collectors.joining(" or "));
  }

  private String condition(List<Waiter> group, List<Need> needs, boolean namesPort) {
    Need first = needs.getFirst();
    String conjunction = switch (first.quantifier()) {
      case ANY -> "or";
      case ALL -> "and";
    };
    List<String> partners = needs.stream().flatMap(n -> n.partners().stream()).distinct().map(parties::name)
        .toList();
    String who = partners.isEmpty() ? "somebody" : areOneAnother(group, partners)
        ? group.size() == 2 ? "the other" : "another of them" : Names.join(partners, conjunction);
    boolean plural = first.quantifier() == org.graphline.model.semantics.Wait.Quantifier.ALL
        && partners.size() > 1;
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

  /// Reports whether the members of the group wait for each other.
  private static boolean areOneAnother(List<Waiter> group, List<String> partners) {
    Set<String> names = group.stream().map(Waiter::name).collect(Collectors.toSet());
    return group.size() > 1 && names.equals(Set.copyOf(partners))
        && group.stream().noneMatch(w -> w.waitsFor().contains(w.instance()));
  }

  private String place(End end) {
    return parties.port(end);
  }
}
