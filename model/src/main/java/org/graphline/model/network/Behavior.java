package org.graphline.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphline.model.term.Component;
import org.graphline.model.term.Port;
import org.graphline.model.value.DataType;
import org.graphline.model.value.QualifiedName;
import org.graphline.model.value.Value;

/// A component with its arguments: what all instances made the same way have in common.
///
/// Ports are flattened to *elements*: `take[2]; drop[2]` are the elements 0 to 3.
public final class Behavior {
  private final Component component;
  private final List<DataType> typeArguments;
  private final List<Value> arguments;
  private final Map<QualifiedName, List<String>> colors;
  private final List<PortElement> elements;
  private final int[] firstElement;

  /// @param colors the colors of opaque types, by type name
  public Behavior(Component component, List<DataType> typeArguments, List<Value> arguments,
      Map<QualifiedName, List<String>> colors) {
    this.component = component;
    this.typeArguments = List.copyOf(typeArguments);
    this.arguments = List.copyOf(arguments);
    this.colors = Map.copyOf(colors);
    var all = new ArrayList<PortElement>();
    this.firstElement = new int[component.ports().size()];
    for (Port port : component.ports()) {
      firstElement[port.index()] = all.size();
      if (port.size().isEmpty()) {
        all.add(new PortElement(port, -1));
      } else {
        int size = constants().integer(port.size().get());
        for (int i = 0; i < size; i++) {
          all.add(new PortElement(port, i));
        }
      }
    }
    this.elements = List.copyOf(all);
  }

  /// Returns the component.
  public Component component() {
    return component;
  }

  /// Returns the type arguments, one for each type parameter.
  public List<DataType> typeArguments() {
    return typeArguments;
  }

  /// Returns the arguments, one for each parameter.
  public List<Value> arguments() {
    return arguments;
  }

  /// Returns the colors of opaque types.
  public Map<QualifiedName, List<String>> colors() {
    return colors;
  }

  /// Returns all port elements in order.
  public List<PortElement> elements() {
    return elements;
  }

  /// Returns the number of the first element of `port`.
  public int firstElement(Port port) {
    return firstElement[port.index()];
  }

  /// Returns how many elements `port` has.
  public int size(Port port) {
    int next = port.index() + 1 < firstElement.length ? firstElement[port.index() + 1] : elements.size();
    return next - firstElement[port.index()];
  }

  /// Returns an evaluator that knows this behavior's arguments.
  public Constants constants() {
    return Constants.of(component.parameters(), arguments, typeArguments, colors);
  }

  /// One end of one line (or, for a server, of any number of connections).
  ///
  /// @param index the element of an array of ports; -1 for a plain port
  public record PortElement(Port port, int index) {

    /// Returns `port` or `port[index]`.
    public String display() {
      return index < 0 ? port.name() : port.name() + "[" + index + "]";
    }
  }
}
