package org.graphline.runtime.jcsp;

import java.util.function.Function;
import org.graphline.runtime.Port;
import org.jcsp.lang.AltingChannelInput;
import org.jcsp.lang.Channel;
import org.jcsp.lang.ChannelOutput;
import org.jcsp.lang.One2OneChannel;
import org.jcsp.util.Buffer;

/// A client's end: where its requests go, and the channel its replies come back by.
final class Asking {
  final Outlet requests;
  /// The exposed port at which Java answers on the spot, or null.
  final Port answeredAt;
  /// What Java answers, or null.
  final Function<Object, Object> answer;
  private final One2OneChannel<Object> replies = Channel.one2one(new Buffer<Object>(1));

  Asking(Outlet requests, Port answeredAt, Function<Object, Object> answer) {
    this.requests = requests;
    this.answeredAt = answeredAt;
    this.answer = answer;
  }

  ChannelOutput<Object> replyTo() {
    return replies.out();
  }

  AltingChannelInput<Object> reply() {
    return replies.in();
  }

  /// Returns the choice between the bell of `branch` (0) and a reply (1).
  Choice bellOrReply(Branch branch) {
    return new Choice(branch.bell().guard(), replies.in());
  }
}
