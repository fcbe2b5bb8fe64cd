package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.graphline.checker.local.LocalSpace;
import org.graphline.checker.local.LocalSpaces;
import org.graphline.checker.local.LocalState;
import org.graphline.checker.local.Unsupported;
import org.graphline.model.automaton.Cells;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.network.Network;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Layout;
import org.graphline.model.semantics.Step.Fairness;
import org.graphline.model.term.Port;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// The fields of a product in the making, tables over them, and the numbers of labels.
final class Assembly {
  final Network network;
  final LocalSpaces spaces;
  final Layout layout;
  private final List<Field> fields = new ArrayList<>();
  private final QueueTables[] queues;
  private final int[] queueFields;
  private final int[] trayFields;
  private final int[] callFields;
  private final int runField;
  private final Map<Table, Table> tables = new HashMap<>();
  private final Map<Labels, Integer> numbers = new HashMap<>();
  private final Map<End, Atom> open = new HashMap<>();
  private final Map<Change, Condition> possible = new HashMap<>();
  private final Map<Change, List<Update>> clears = new HashMap<>();
  private int labels;

  Assembly(LocalSpaces spaces, Layout layout) throws Unsupported {
    this.network = spaces.network();
    this.spaces = spaces;
    this.layout = layout;
    network.instances().forEach(i -> fields.add(new Field(Field.Kind.PROCESS, i.id(),
        spaces.space(i.id()).size())));
    queues = new QueueTables[network.lines().size()];
    queueFields = new int[network.lines().size()];
    trayFields = new int[network.lines().size()];
    for (Line line : network.lines()) {
      trayFields[line.id()] = line.isInTray() ? field(new Field(Field.Kind.TRAY, line.id(), 4)) : -1;
      if (!line.isRendezvous()) {
        queues[line.id()] = new QueueTables(spaces.onLine(line.id()), line.capacity(), spaces.contents(line),
            "number " + line.id());
        queueFields[line.id()] = field(new Field(Field.Kind.LINE, line.id(), queues[line.id()].size()));
      }
    }
    callFields = new int[network.connections().size()];
    for (Connection connection : network.connections()) {
      callFields[connection.id()] = connection.client().isPresent() ? -1
          : field(new Field(Field.Kind.CONNECTION, connection.id(), 8));
    }
    runField = field(new Field(Field.Kind.RUN, -1, spaces.mayClose() ? 2 : 1));
  }

  private record Labels(List<Label> labels, Fairness fairness, int group) {}

  private int field(Field field) {
    fields.add(field);
    return fields.size() - 1;
  }

  List<Field> fields() {
    return fields;
  }

  int labels() {
    return labels;
  }

  /// The number of the first of these labels; the others follow.
  int number(List<Label> all, Fairness fairness, int group) {
    return numbers.computeIfAbsent(new Labels(all, fairness, group), _ -> {
      labels += all.size();
      return labels - all.size();
    });
  }

  QueueTables queue(int line) {
    return queues[line];
  }

  int queueField(int line) {
    return queueFields[line];
  }

  int trayField(int line) {
    return trayFields[line];
  }

  int callField(int connection) {
    return callFields[connection];
  }

  int runField() {
    return runField;
  }

  /// The one table equal to `table`.
  Table shared(Table table) {
    return tables.computeIfAbsent(table, t -> t);
  }

  Table table(int field, IntUnaryOperator value) {
    int[] all = new int[fields.get(field).size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = value.applyAsInt(i);
    }
    return shared(new Table(all));
  }

  Atom atom(int field, java.util.function.IntPredicate holds) {
    return new Atom(field, table(field, v -> holds.test(v) ? 1 : 0));
  }

  /// True where the local state of an instance is such.
  Atom local(int instance, Predicate<LocalState> holds) {
    LocalSpace space = spaces.space(instance);
    return atom(instance, s -> holds.test(space.state(s)));
  }

  Atom always(int field) {
    return atom(field, _ -> true);
  }

  LocalState state(int instance, int local) {
    return spaces.space(instance).state(local);
  }

  /// True where the instance has not closed this end of itself.
  Atom open(End end) {
    return open.computeIfAbsent(end, e -> local(e.instance(), s -> s.open().get(e.element())));
  }

  Atom isLive(int instance) {
    return local(instance, s -> !s.isGone());
  }

  int wire(End end) {
    return network.instances().get(end.instance()).wire(end.element());
  }

  Line line(End end) {
    return network.lines().get(wire(end));
  }

  Connection connection(End end) {
    return network.connections().get(wire(end));
  }

  List<Connection> clients(End server) {
    return network.servers().get(wire(server)).connections().stream().map(network.connections()::get).toList();
  }

  Port.Direction direction(End end) {
    return network.instances().get(end.instance()).behavior().elements().get(end.element()).port().direction();
  }

  Value value(DataType type, int letter) {
    return Cells.decode(type, spaces.cells(letter), 0);
  }

  int group(int instance, int thread) {
    return layout.frame(instance) + thread;
  }

  /// The clears that a change of an instance's local state may bring: lines that hold letters and lose their last
  /// reader (rule 2 of 3.9).
  List<Update> clears(int instance, Iterable<int[]> changes) {
    var closed = new BitSet();
    for (int[] change : changes) {
      BitSet before = state(instance, change[0]).open();
      BitSet after = state(instance, change[1]).open();
      if (!before.equals(after)) {
        var gone = (BitSet) before.clone();
        gone.andNot(after);
        closed.or(gone);
      }
    }
    if (closed.isEmpty()) {
      return List.of();
    }
    var all = new ArrayList<Update>();
    closed.stream().mapToObj(e -> new End(instance, e)).filter(e -> direction(e) == Port.Direction.IN)
        .map(this::line).filter(l -> !l.isRendezvous() && !l.isOutTray()).distinct()
        .forEach(l -> all.add(new Update.Clear(queueField(l.id()),
            l.readers().stream().map(r -> open(r).negated()).toList())));
    return all;
  }

  List<Update> clears(int instance, int from, int to) {
    if (state(instance, from).open().equals(state(instance, to).open())) {
      return List.of();
    }
    return clears(instance, List.of(new int[] {from, to}));
  }

  /// A change of an instance's local state.
  private record Change(int instance, Table table) {}

  /// True where the change is possible.
  Condition possible(int instance, Table change) {
    return possible.computeIfAbsent(new Change(instance, change),
        c -> Condition.of(atom(instance, s -> change.at(s) >= 0)));
  }

  List<Update> clears(int instance, Table change) {
    return clears.computeIfAbsent(new Change(instance, change), _ -> clearsOf(instance, change));
  }

  private List<Update> clearsOf(int instance, Table change) {
    var changes = new ArrayList<int[]>();
    for (int i = 0; i < change.size(); i++) {
      if (change.at(i) >= 0) {
        changes.add(new int[] {i, change.at(i)});
      }
    }
    return clears(instance, changes);
  }
}
