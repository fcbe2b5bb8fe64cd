package org.graphline.compiler.emit;

import com.palantir.javapoet.ClassName;
import java.util.List;

/// What generated code uses of the runtime, by name: the compiler does not depend on the runtime. A test
/// resolves every name.
final class RuntimeNames {
  private static final String PACKAGE = "org.graphline.runtime";

  static final ClassName DESK = name("Desk");
  static final ClassName IN = name("In");
  static final ClassName OUT = name("Out");
  static final ClassName CLIENT = name("Client");
  static final ClassName SERVER = name("Server");
  static final ClassName PHASE = name("Phase");
  static final ClassName CALL = name("Call");
  static final ClassName SIGNAL = name("Signal");
  static final ClassName CHECKS = name("Checks");
  static final ClassName BOUNDED_LIST = name("BoundedList");
  static final ClassName WIRING = name("Wiring");
  static final ClassName WIRE = name("Wire");
  static final ClassName COPIES = name("Copies");
  static final ClassName ROOM = name("Room");
  static final ClassName JUNCTION = name("Junction");
  static final ClassName CALL_JUNCTION = name("CallJunction");
  static final ClassName INBOX = name("Inbox");
  static final ClassName OUTBOX = name("Outbox");
  static final ClassName CALLER = name("Caller");
  static final ClassName NETWORK = name("Network");
  static final ClassName OPTIONS = name("Options");
  static final ClassName REPORT = name("Report");
  static final ClassName SENDER = name("Sender");
  static final ClassName RECEIVER = name("Receiver");
  static final ClassName ASKER = name("Asker");
  static final ClassName REPLIER = name("Replier");
  static final ClassName NOWHERE = name("Nowhere");
  static final ClassName NEVER = name("Never");

  /// Every type above.
  static final List<ClassName> TYPES = List.of(DESK, IN, OUT, CLIENT, SERVER, PHASE, CALL, SIGNAL, CHECKS,
      BOUNDED_LIST, WIRING, WIRE, COPIES, ROOM, JUNCTION, CALL_JUNCTION, INBOX, OUTBOX, CALLER, NETWORK,
      OPTIONS,
      REPORT, SENDER, RECEIVER, ASKER, REPLIER, NOWHERE, NEVER);

  /// Every method that emitters spell out, as `Type.method`; `Step` is what `Desk.at` gives.
  static final List<String> METHODS = List.of(
      "Desk.at", "Desk.repeat", "Desk.again", "Desk.work", "Desk.in", "Desk.out", "Desk.client",
      "Desk.server",
      "Desk.barrier", "Desk.receive", "Desk.accept", "Desk.sync", "Desk.end", "Desk.after", "Desk.otherwise",
      "Desk.when", "Desk.each", "Desk.several",
      "Step.receive", "Step.receiveOrEnd", "Step.send", "Step.sendOrRefused", "Step.call",
      "Step.callOrRefused",
      "Step.accept", "Step.reply", "Step.sync", "Step.select", "Step.selectPriority", "Step.picked",
      "Step.pause",
      "Step.choose", "Step.par", "Step.parFor", "Step.close", "Step.stop", "Step.mark", "Step.result",
      "In.letter", "Server.accepted", "Call.request",
      "Checks.range", "Checks.index", "Checks.divide", "Checks.remainder", "Checks.holds",
      "BoundedList.size", "BoundedList.isEmpty", "BoundedList.isFull", "BoundedList.first", "BoundedList.at",
      "BoundedList.add", "BoundedList.removeFirst", "BoundedList.copy",
      "Wiring.within", "Wiring.add", "Wiring.line", "Wiring.copies", "Wiring.calls", "Wiring.barrier",
      "Wiring.inbox", "Wiring.outbox", "Wiring.caller", "Wiring.answerer", "Wiring.junction",
      "Wiring.callJunction",
      "Wiring.start", "Wire.from", "Wire.to", "Copies.from", "Copies.to",
      "Room.room", "Room.overwriting", "Room.dropping",
      "Network.join", "Network.close", "Network.abort", "Network.report", "Options.standard");

  private RuntimeNames() {}

  static ClassName name(String simple) {
    return ClassName.get(PACKAGE, simple);
  }
}
