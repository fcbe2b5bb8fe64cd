package org.graphline.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.graphline.model.network.InstanceName;
import org.graphline.model.source.Span;

/// The desks of a network under construction and their faces. A component has one face a port element. A
/// graph has two: one outside, where the graph around it draws lines, and one inside, where its own lines
/// end.
///
/// Node 0 is the checked graph itself; nodes inside a graph follow it directly.
final class Faces {

  /// What a face without a line is attached to.
  static final int NOTHING = -1;

  private final List<Shape> shapes = new ArrayList<>();
  private final List<Optional<InstanceName>> names = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final IntList firstFace = new IntList();
  private final IntList nodeOf = new IntList();
  private final IntList attached = new IntList();
  private final IntList instances = new IntList();
  private final IntList ends = new IntList();
  private int instanceCount;

  /// Adds a desk and returns its node.
  int add(Shape shape, Optional<InstanceName> name, Span span) {
    int node = shapes.size();
    shapes.add(shape);
    names.add(name);
    spans.add(span);
    firstFace.add(attached.size());
    instances.add(shape.isGraph() ? NOTHING : instanceCount++);
    ends.add(node + 1);
    int faces = shape.elements().size() * (shape.isGraph() ? 2 : 1);
    nodeOf.add(node, faces);
    attached.add(NOTHING, faces);
    return node;
  }

  /// Notes that all nodes from `node` to the newest lie inside the graph desk `node`.
  void close(int node) {
    ends.set(node, shapes.size());
  }

  /// Reports whether `inner` is `node` or lies inside it.
  boolean isInside(int inner, int node) {
    return node <= inner && inner < ends.get(node);
  }

  int nodes() {
    return shapes.size();
  }

  int instanceCount() {
    return instanceCount;
  }

  Shape shape(int node) {
    return shapes.get(node);
  }

  void reshape(int node, Shape shape) {
    shapes.set(node, shape);
  }

  Optional<InstanceName> name(int node) {
    return names.get(node);
  }

  Span span(int node) {
    return spans.get(node);
  }

  /// Returns the position of the component desk `node` among the network's instances, or -1 for a graph.
  int instance(int node) {
    return instances.get(node);
  }

  int face(int node, int element) {
    return firstFace.get(node) + element;
  }

  int innerFace(int node, int element) {
    return firstFace.get(node) + shapes.get(node).elements().size() + element;
  }

  int node(int face) {
    return nodeOf.get(face);
  }

  int element(int face) {
    int node = node(face);
    int offset = face - firstFace.get(node);
    int size = shapes.get(node).elements().size();
    return offset < size ? offset : offset - size;
  }

  boolean isInner(int face) {
    int node = node(face);
    return face - firstFace.get(node) >= shapes.get(node).elements().size();
  }

  boolean isOfGraph(int face) {
    return shapes.get(node(face)).isGraph();
  }

  /// Returns the other face of a graph's port.
  int opposite(int face) {
    int size = shapes.get(node(face)).elements().size();
    return isInner(face) ? face - size : face + size;
  }

  /// Reports whether the environment stands behind the face: it is a port of the checked graph, from inside.
  boolean isTray(int face) {
    return node(face) == 0;
  }

  int attached(int face) {
    return attached.get(face);
  }

  void attach(int face, int what) {
    attached.set(face, what);
  }

  /// Returns the port as its own graph calls it: `w[0].parts`, or `parts` for a port of the graph itself.
  String display(int face) {
    int node = node(face);
    String port = shapes.get(node).elements().get(element(face)).display();
    return isInner(face) ? port : deskName(node) + "." + port;
  }

  /// Returns the desk as its own graph calls it.
  String deskName(int node) {
    return names.get(node)
        .map(name -> name.index() < 0 ? name.name() : name.name() + "[" + name.index() + "]")
        .orElse("");
  }
}
