package org.graphline.dsl.validate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.source.Span;
import org.graphline.model.term.Component;
import org.graphline.model.term.Guard;
import org.graphline.model.term.Statement;

/// Each `accept` is answered by exactly one `reply` on every path (GL0313, GL0314). `stop` refuses the call,
/// which is an answer too (rule R30).
public final class ReplyOnEveryPath {

  /// How far a path may have come: the caller still waits, or has its answer.
  private enum Caller {
    WAITS, ANSWERED
  }

  private static final Set<Caller> WAITS = EnumSet.of(Caller.WAITS);
  private static final Set<Caller> NOWHERE = EnumSet.noneOf(Caller.class);

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private ReplyOnEveryPath() {}

  /// Returns what is wrong with the replies of `component`.
  public static List<Diagnostic> check(Component component) {
    var rule = new ReplyOnEveryPath();
    Walk.each(component.behavior(), statement -> {
      switch (statement) {
        case Statement.Accept(_, _, var body, var span) -> rule.accept(body, span);
        case Statement.Select(_, var items, _) -> Walk.cases(items).forEach(item -> {
          if (item.guard() instanceof Guard.Accept) {
            rule.accept(item.body(), item.guard().span());
          }
        });
        default -> {}
      }
    });
    return rule.diagnostics;
  }

  private void accept(Statement body, Span accept) {
    int before = diagnostics.size();
    var ends = after(body, WAITS);
    if (ends.contains(Caller.WAITS) && diagnostics.size() == before) {
      boolean never = !ends.contains(Caller.ANSWERED);
      diagnostics.add(Diagnostic.of(DiagnosticId.REPLY_MISSING, never
          ? "this call never gets a reply" : "on some paths this call gets no reply", accept)
          .help(never ? "put one `reply` into it"
          : "each way through must `reply` once, or `stop` to refuse the call"));
    }
  }

  /// Returns how the caller may stand after `statement`, and notes replies that come too often.
  private Set<Caller> after(Statement statement, Set<Caller> before) {
    if (before.isEmpty()) {
      return NOWHERE;
    }
    return switch (statement) {
      case Statement.Reply(_, var span) -> reply(before, span);
      case Statement.Stop _ -> NOWHERE;
      case Statement.Block(var statements, _) -> {
        var caller = before;
        for (var inner : statements) {
          caller = after(inner, caller);
        }
        yield caller;
      }
      case Statement.Receive(_, _, var orElse, _) -> orElse.map(s -> union(before, after(s, before)))
          .orElse(before);
      case Statement.Send(_, _, var orElse, _) -> orElse.map(s -> union(before, after(s, before)))
          .orElse(before);
      case Statement.Call(_, _, _, var orElse, _) -> orElse.map(s -> union(before, after(s, before)))
          .orElse(before);
      case Statement.If(_, var then, var otherwise, _) ->
          union(after(then, before), otherwise.map(s -> after(s, before)).orElse(before));
      case Statement.Match(_, var cases, _) -> cases.stream().map(c -> after(c.body(), before))
          .reduce(NOWHERE, ReplyOnEveryPath::union);
      case Statement.Choose(_, var alternatives, _) -> alternatives.stream().map(s -> after(s, before))
          .reduce(NOWHERE, ReplyOnEveryPath::union);
      case Statement.Select(_, var items, _) -> Walk.cases(items).stream()
          .map(c -> c.guard() instanceof Guard.Accept ? before : after(c.body(), before))
          .reduce(NOWHERE, ReplyOnEveryPath::union);
      case Statement.Par(var branches, _) -> par(branches, before);
      case Statement.While(_, var body, _) -> loop(body, before);
      case Statement.For(_, _, _, var body, _) -> loop(body, before);
      case Statement.ParFor(_, _, _, var body, _) -> loop(body, before);
      case Statement.Repeat(var body, _, var span) -> {
        loop(body, before);
        if (before.contains(Caller.WAITS)) {
          diagnostics.add(Diagnostic.of(DiagnosticId.REPLY_MISSING,
              "the caller would wait for ever: this `repeat` does not end", span).help("reply before it"));
        }
        yield NOWHERE;
      }
      case Statement.Accept _, Statement.Declare _, Statement.Let _, Statement.Assign _, Statement.Evaluate _,
          Statement.Sync _, Statement.Wait _, Statement.Close _, Statement.Mark _, Statement.Assert _,
          Statement.Idle _ -> before;
    };
  }

  private Set<Caller> reply(Set<Caller> before, Span span) {
    if (before.contains(Caller.ANSWERED)) {
      diagnostics.add(Diagnostic.of(DiagnosticId.REPLY_REPEATED, before.contains(Caller.WAITS)
          ? "on some paths this call already has a reply" : "this call already has a reply", span));
    }
    return EnumSet.of(Caller.ANSWERED);
  }

  /// A loop runs any number of times, so it must leave the caller as it was.
  private Set<Caller> loop(Statement body, Set<Caller> before) {
    var replies = new ArrayList<Span>();
    collectReplies(body, replies);
    if (!replies.isEmpty()) {
      diagnostics.add(Diagnostic.of(DiagnosticId.REPLY_REPEATED,
          "a loop may reply more than once, or not at all", replies.getFirst())
          .help("reply before or after the loop"));
    } else {
      after(body, before);
    }
    return before;
  }

  private Set<Caller> par(List<Statement> branches, Set<Caller> before) {
    var caller = before;
    Span replied = null;
    for (var branch : branches) {
      var replies = new ArrayList<Span>();
      collectReplies(branch, replies);
      if (!replies.isEmpty() && replied != null) {
        diagnostics.add(Diagnostic.of(DiagnosticId.REPLY_REPEATED,
            "two branches of this `par` reply to one call",
            replies.getFirst()).related(replied, "the other branch"));
        return caller;
      }
      if (!replies.isEmpty()) {
        replied = replies.getFirst();
        caller = after(branch, caller);
      } else if (after(branch, before).isEmpty()) {
        return NOWHERE;
      }
    }
    return caller;
  }

  /// Collects the replies in `statement` that belong to an `accept` outside it.
  private static void collectReplies(Statement statement, List<Span> replies) {
    switch (statement) {
      case Statement.Reply(_, var span) -> replies.add(span);
      case Statement.Accept _ -> {}
      case Statement.Select(_, var items, _) -> Walk.cases(items).stream()
          .filter(item -> !(item.guard() instanceof Guard.Accept))
          .forEach(item -> collectReplies(item.body(), replies));
      default -> Walk.inside(statement).forEach(inner -> collectReplies(inner, replies));
    }
  }

  private static Set<Caller> union(Set<Caller> a, Set<Caller> b) {
    var union = EnumSet.noneOf(Caller.class);
    union.addAll(a);
    union.addAll(b);
    return union;
  }
}
