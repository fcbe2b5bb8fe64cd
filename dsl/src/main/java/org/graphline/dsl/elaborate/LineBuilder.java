package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.model.network.End;
import org.graphline.model.network.Exposure;
import org.graphline.model.network.Line;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Port;
import org.graphline.model.value.DataType;

/// Joins arrows that meet at ports of graphs to lines.
final class LineBuilder {

  private final Plan plan;
  private final Faces faces;
  private final List<Line> lines = new ArrayList<>();
  private final int[] lineOf;
  private final int[] nodeOfInstance;

  /// @param lineOf         for each face the line it is joined to; filled in here
  /// @param nodeOfInstance for each instance its node
  LineBuilder(Plan plan, int[] lineOf, int[] nodeOfInstance) {
    this.plan = plan;
    this.faces = plan.faces;
    this.lineOf = lineOf;
    this.nodeOfInstance = nodeOfInstance;
  }

  List<Line> build() {
    boolean[] done = new boolean[plan.segments.size()];
    for (int i = 0; i < done.length; i++) {
      if (!done[i]) {
        checkTypes(plan.segments.get(i));
        var group = isWhole(plan.segments.get(i)) ? new Group(List.of(plan.segments.get(i)), true)
            : group(i, done);
        done[i] = true;
        line(group);
      }
    }
    return lines;
  }

  /// The arrows of one line.
  ///
  /// @param isComplete whether no port on the way lacks its line
  private record Group(List<Segment> segments, boolean isComplete) {}

  private boolean isWhole(Segment segment) {
    for (int face : segment.sources()) {
      if (faces.isOfGraph(face) && !faces.isTray(face)) {
        return false;
      }
    }
    for (int face : segment.targets()) {
      if (faces.isOfGraph(face) && !faces.isTray(face)) {
        return false;
      }
    }
    return true;
  }

  private Group group(int start, boolean[] done) {
    var found = new ArrayList<Segment>();
    var pending = new IntList();
    boolean complete = true;
    pending.add(start);
    done[start] = true;
    for (int i = 0; i < pending.size(); i++) {
      var segment = plan.segments.get(pending.get(i));
      if (pending.get(i) != start) {
        checkTypes(segment);
      }
      found.add(segment);
      for (int[] side : new int[][] {segment.sources(), segment.targets()}) {
        for (int face : side) {
          int next = beyond(face);
          complete &= next != Faces.NOTHING;
          if (next >= 0 && !done[next]) {
            done[next] = true;
            pending.add(next);
          }
        }
      }
    }
    return new Group(found, complete);
  }

  /// Returns the arrow on the other side of a graph's port; -1 if it lacks one; -2 where the line ends.
  private int beyond(int face) {
    return faces.isOfGraph(face) && !faces.isTray(face) ? faces.attached(faces.opposite(face)) : -2;
  }

  private void line(Group group) {
    var writers = new ArrayList<End>();
    var readers = new ArrayList<End>();
    var trays = new IntList();
    for (var segment : group.segments()) {
      collect(segment.sources(), writers, trays);
      collect(segment.targets(), readers, trays);
    }
    if (trays.size() > 1) {
      severalTrays(group, trays);
    }
    var exposure = trays.size() == 0 ? Optional.<Exposure>empty()
        : Optional.of(exposure(faces, trays.get(0)));
    boolean written = !writers.isEmpty() || exposure.isPresent() && exposure.get().isInput();
    boolean read = !readers.isEmpty() || exposure.isPresent() && !exposure.get().isInput();
    if (!written || !read) {
      if (group.isComplete()) {
        plan.diagnostics.add(DiagnosticId.LINE_WITHOUT_DESKS, "this line has no desk at "
            + (!written && !read ? "either end" : written ? "its far end" : "its near end"),
            group.segments().getFirst().span(), "it only runs through ports of graphs; let it end at a desk");
      }
      return;
    }
    var buffer = group.segments().size() == 1 ? group.segments().getFirst() : buffer(group.segments());
    if (group.segments().size() > 1) {
      checkPaths(group.segments());
    }
    boolean watched = false;
    for (var reader : readers) {
      var facts = facts(reader);
      watched |= facts.watches(reader.element());
    }
    int shared = readers.size() + (exposure.isPresent() && !exposure.get().isInput() ? 1 : 0);
    if (shared > 1) {
      checkSelects(readers, group);
    }
    int id = lines.size();
    int capacity = group.segments().stream().mapToInt(Segment::capacity).sum();
    lines.add(new Line(id, buffer.overflow(), capacity, writers, readers, exposure,
        type(group, trays, readers), watched, group.segments().getFirst().span()));
    for (var segment : group.segments()) {
      for (int face : segment.sources()) {
        lineOf[face] = id;
      }
      for (int face : segment.targets()) {
        lineOf[face] = id;
      }
    }
  }

  private void collect(int[] side, List<End> ends, IntList trays) {
    for (int face : side) {
      if (faces.isTray(face)) {
        trays.add(face);
      } else if (!faces.isOfGraph(face)) {
        ends.add(new End(faces.instance(faces.node(face)), faces.element(face)));
      }
    }
  }

  private Facts facts(End end) {
    return plan.faces.shape(nodeOfInstance[end.instance()]).facts();
  }

  /// Returns the exposure of a port of the checked graph.
  static Exposure exposure(Faces faces, int face) {
    var element = faces.shape(0).elements().get(faces.element(face));
    var direction = element.port().direction();
    return new Exposure(element.port().name(), element.index(),
        direction == Port.Direction.IN || direction == Port.Direction.SERVER);
  }

  private void severalTrays(Group group, IntList trays) {
    var place = group.segments().stream().filter(s -> holds(s.sources(), trays.get(0)) || holds(s.targets(),
        trays.get(0))).findFirst().orElseThrow();
    plan.diagnostics.add(Diagnostic.of(DiagnosticId.SEVERAL_TRAYS_ON_LINE,
        "the environment stands at two ends of "
        + "this line: `" + faces.display(trays.get(0)) + "` and `" + faces.display(trays.get(1)) + "`",
        place.span())
        .help("put a desk between them, or check the graph inside another one"));
  }

  private static boolean holds(int[] side, int face) {
    return Arrays.stream(side).anyMatch(f -> f == face);
  }

  private DataType type(Group group, IntList trays, List<End> readers) {
    if (trays.size() > 0) {
      int tray = trays.get(0);
      boolean input = exposure(faces, tray).isInput();
      if (input || readers.isEmpty()) {
        return faces.shape(0).types().get(faces.element(tray));
      }
    }
    var reader = readers.getFirst();
    return faces.shape(nodeOfInstance[reader.instance()]).types().get(reader.element());
  }

  private void checkSelects(List<End> readers, Group group) {
    for (var reader : readers) {
      int node = nodeOfInstance[reader.instance()];
      var select = faces.shape(node).facts().selected(reader.element());
      if (select.isPresent()) {
        var shared = group.segments().stream().filter(s -> s.targets().length > 1).findFirst()
            .orElse(group.segments().getFirst());
        String port = faces.shape(node).behavior().orElseThrow().component().name().simple() + "."
            + faces.shape(node).elements().get(reader.element()).display();
        plan.diagnostics.add(Diagnostic.of(DiagnosticId.SELECT_ON_SHARED_LINE, "`" + port
            + "` is on a shared `any` line, so it cannot be one case of a `select`", select.get())
            .related(shared.span(), "line made shared here")
            .help("give each reader its own line, or receive it outside the select"));
      }
    }
  }

  /// Checks that all that a source sends fits every target (rule R21).
  private void checkTypes(Segment segment) {
    var seen = new HashSet<DataType>();
    for (int source : segment.sources()) {
      var sent = type(source);
      if (seen.add(sent)) {
        for (int target : segment.targets()) {
          if (!Evaluator.contains(type(target), sent)) {
            reportType(segment, source, target);
            break;
          }
        }
      }
    }
  }

  private DataType type(int face) {
    return faces.shape(faces.node(face)).types().get(faces.element(face));
  }

  private Port port(int face) {
    return faces.shape(faces.node(face)).elements().get(faces.element(face)).port();
  }

  private void reportType(Segment segment, int source, int target) {
    var sent = type(source);
    var taken = type(target);
    var diagnostic = Diagnostic.of(DiagnosticId.LETTER_DOES_NOT_FIT, "`" + faces.display(source) + "` sends `"
        + sent.display() + "`, but `" + faces.display(target) + "` takes `" + taken.display() + "`",
        segment.span())
        .related(port(source).span(), "sends `" + sent.display() + "`")
        .related(port(target).span(), "takes `" + taken.display() + "`");
    boolean ranges = sent instanceof DataType.Range && taken instanceof DataType.Range;
    plan.diagnostics.add(ranges
        ? diagnostic.help("declare the in-tray as `" + sent.display()
        + "`, or put a desk between that maps the numbers")
        : diagnostic.help("both ends of a line need the same type"));
  }

  /// Returns the arrow that says how the line holds letters: queues add up, anything else must be alone (rule
  /// R14).
  private Segment buffer(List<Segment> segments) {
    var buffered = segments.stream().filter(s -> s.capacity() > 0).toList();
    var special = buffered.stream().filter(s -> s.overflow() != Graph.Overflow.WAIT).findFirst();
    if (special.isPresent() && buffered.size() > 1) {
      var other = buffered.stream().filter(s -> s != special.get()).findFirst().orElseThrow();
      plan.diagnostics.add(Diagnostic.of(DiagnosticId.POLICIES_CLASH,
          "this line is `overwriting` or `dropping` in one graph and holds letters in another", special.get()
          .arrow())
          .related(other.arrow(), "it also holds letters here")
          .help("say how the line holds letters in one place only"));
    }
    return special.orElse(buffered.isEmpty() ? segments.getFirst() : buffered.getFirst());
  }

  /// Checks that the arrows make up one line: every writer must reach every reader, and every letter must
  /// pass every buffer.
  private void checkPaths(List<Segment> segments) {
    int readers = ends(segments, false);
    int writers = ends(segments, true);
    for (var segment : segments) {
      boolean starts = Arrays.stream(segment.sources()).anyMatch(this::isEnd);
      if (starts && readers > 1 && reached(segment, segments, false) < readers) {
        plan.diagnostics.add(DiagnosticId.LINES_CROSS,
            "not every writer of this line reaches every reader of it",
            segment.span(), "put a desk where the lines meet, or give them separate ports");
        return;
      }
      boolean partly = segment.capacity() > 0 && (readers > 1 && reached(segment, segments, false) < readers
          || writers > 1 && reached(segment, segments, true) < writers);
      if (partly) {
        plan.diagnostics.add(DiagnosticId.POLICIES_CLASH,
            "this holds only some of the letters of the line it is part of",
            segment.arrow(), "say how the line holds letters where all of them pass");
        return;
      }
    }
  }

  private boolean isEnd(int face) {
    return faces.isTray(face) || !faces.isOfGraph(face);
  }

  private int ends(List<Segment> segments, boolean sources) {
    return segments.stream().mapToInt(s -> (int) Arrays.stream(sources ? s.sources() : s.targets())
        .filter(this::isEnd).count()).sum();
  }

  /// Returns how many ends lie before or behind `start`.
  private int reached(Segment start, List<Segment> segments, boolean backward) {
    var seen = new HashSet<Segment>();
    var pending = new ArrayList<Segment>();
    pending.add(start);
    int count = 0;
    while (!pending.isEmpty()) {
      var segment = pending.removeLast();
      if (seen.add(segment)) {
        for (int face : backward ? segment.sources() : segment.targets()) {
          if (isEnd(face)) {
            count++;
          } else if (beyond(face) >= 0) {
            pending.add(plan.segments.get(beyond(face)));
          }
        }
      }
    }
    return count;
  }
}
