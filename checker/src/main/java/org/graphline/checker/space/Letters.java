package org.graphline.checker.space;

import java.util.Optional;
import org.graphline.model.semantics.Label;
import org.graphline.model.value.Value;

/// What passes, or is answered, in a step.
public final class Letters {
  private Letters() {}

  /// Returns the value that a step with this label is about.
  public static Optional<Value> of(Label label) {
    return switch (label) {
      case Label.HandOver(_, _, _, var value) -> Optional.of(value);
      case Label.Post(_, _, var value, _) -> Optional.of(value);
      case Label.Collect(_, _, var value) -> Optional.of(value);
      case Label.Called(_, var value) -> Optional.of(value);
      case Label.Replied(_, var value) -> Optional.of(value);
      case Label.Result(_, _, var value) -> Optional.of(value);
      case Label.EndSeen _, Label.Refused _, Label.Unheard _, Label.Choice _, Label.MayFail _,
          Label.TimesOut _,
          Label.Otherwise _, Label.Mark _, Label.Sync _, Label.ReplyDropped _, Label.ClosesTray _,
          Label.ClosesConnection _, Label.Arrives _, Label.ArrivesAtTray _, Label.ArrivesAtConnection _,
          Label.ClosingTime _ -> Optional.empty();
    };
  }
}
