package org.graphline.checker.space;

import java.util.stream.IntStream;
import org.graphline.model.automaton.Node;

/// The control points a thread can go to from one.
public final class Successors {
  private Successors() {}

  /// Returns the nodes to which `node` may lead, the branches it starts included.
  public static IntStream of(Node node) {
    return switch (node) {
      case Node.Gone _, Node.Stop _, Node.BranchEnd _, Node.Idle _ -> IntStream.empty();
      case Node.Store(_, _, int next) -> IntStream.of(next);
      case Node.Clear(_, _, int next) -> IntStream.of(next);
      case Node.Append(_, _, int next) -> IntStream.of(next);
      case Node.RemoveFirst(_, _, _, int next) -> IntStream.of(next);
      case Node.Require(_, _, int next) -> IntStream.of(next);
      case Node.Branch(_, int then, int otherwise) -> IntStream.of(then, otherwise);
      case Node.Fork(var starts, int join) ->
          IntStream.concat(starts.stream().mapToInt(Node.Start::node), IntStream.of(join));
      case Node.Join(_, int next) -> IntStream.of(next);
      case Node.Iterate(int next) -> IntStream.of(next);
      case Node.Close(_, int next) -> IntStream.of(next);
      case Node.Receive(_, _, int next, int onEnd) -> IntStream.of(next, onEnd);
      case Node.Send(_, _, int next, int onRefused) -> IntStream.of(next, onRefused);
      case Node.Call(_, _, int awaiting, int onRefused) -> IntStream.of(awaiting, onRefused);
      case Node.AwaitReply(_, _, int next, int onRefused) -> IntStream.of(next, onRefused);
      case Node.Accept(_, _, _, int next, int onEnd) -> IntStream.of(next, onEnd);
      case Node.Reply(_, _, _, int next) -> IntStream.of(next);
      case Node.Sync(_, int next) -> IntStream.of(next);
      case Node.Select(_, var cases, int onEnd) -> IntStream.concat(
          cases.stream().map(Node.Case::choice).mapToInt(Node.Choice::next), IntStream.of(onEnd));
      case Node.Choose(_, var alternatives) -> alternatives.stream().mapToInt(Integer::intValue);
      case Node.Draw(_, _, _, _, int next) -> IntStream.of(next);
      case Node.MayFail(_, int next) -> IntStream.of(next);
      case Node.Wait(int next) -> IntStream.of(next);
      case Node.Mark(_, int next) -> IntStream.of(next);
    };
  }
}
