package org.graphline.model.automaton;

import java.util.ArrayList;
import java.util.List;
import org.graphline.model.automaton.ProcessAutomaton.CellDomain;
import org.graphline.model.value.DataType;
import org.graphline.model.value.Value;

/// How values of a type lie in integer cells: booleans, integers and enumeration constants in one, records field by
/// field, lists as their length and then `capacity` elements of which the unused are 0, colored tokens in one, and
/// everything that is a single token in none.
public final class Cells {
  private Cells() {}

  /// Returns how many cells a value takes.
  public static int width(DataType type) {
    return switch (type) {
      case DataType.Bool _, DataType.Range _, DataType.Enumeration _ -> 1;
      case DataType.Structure(_, var fields) -> fields.stream().mapToInt(f -> width(f.type())).sum();
      case DataType.Sequence(var element, int capacity) -> 1 + capacity * width(element);
      case DataType.Signal _, DataType.Text _, DataType.Time _ -> 0;
      case DataType.Opaque(_, _, var colors) -> colors.size() > 1 ? 1 : 0;
    };
  }

  /// Returns what each cell of a value can hold, 0 always included.
  public static List<CellDomain> domains(String name, DataType type) {
    return switch (type) {
      case DataType.Bool _ -> List.of(new CellDomain(name, 0, 1));
      case DataType.Range(int low, int high) ->
          List.of(new CellDomain(name, Math.min(low, 0), Math.max(high, 0)));
      case DataType.Enumeration(_, var constants) -> List.of(new CellDomain(name, 0, constants.size() - 1));
      case DataType.Structure(_, var fields) ->
          fields.stream().flatMap(f -> domains(name + "." + f.name(), f.type()).stream()).toList();
      case DataType.Sequence(var element, int capacity) -> {
        var all = new ArrayList<CellDomain>();
        all.add(new CellDomain(name + ".size", 0, capacity));
        for (int i = 0; i < capacity; i++) {
          all.addAll(domains(name + "[" + i + "]", element));
        }
        yield all;
      }
      case DataType.Signal _, DataType.Text _, DataType.Time _ -> List.of();
      case DataType.Opaque(_, _, var colors) ->
          colors.size() > 1 ? List.of(new CellDomain(name, 0, colors.size() - 1)) : List.of();
    };
  }

  /// Returns the value that lies in `cells` from `at` on.
  public static Value decode(DataType type, int[] cells, int at) {
    return switch (type) {
      case DataType.Bool _ -> new Value.Bool(cells[at] != 0);
      case DataType.Range _ -> new Value.Int(cells[at]);
      case DataType.Enumeration enumeration -> new Value.Constant(enumeration, cells[at]);
      case DataType.Structure structure -> {
        var fields = new ArrayList<Value>();
        int offset = at;
        for (DataType.Field field : structure.fields()) {
          fields.add(decode(field.type(), cells, offset));
          offset += width(field.type());
        }
        yield new Value.Structure(structure, fields);
      }
      case DataType.Sequence(var element, _) -> {
        var elements = new ArrayList<Value>();
        for (int i = 0; i < cells[at]; i++) {
          elements.add(decode(element, cells, at + 1 + i * width(element)));
        }
        yield new Value.Sequence(elements);
      }
      case DataType.Signal _ -> new Value.Signal();
      case DataType.Text _ -> new Value.Token("text");
      case DataType.Time _ -> new Value.Token("time");
      case DataType.Opaque(var name, _, var colors) -> new Value.Token(switch (colors.size()) {
        case 0 -> name.simple();
        case 1 -> colors.getFirst();
        default -> colors.get(cells[at]);
      });
    };
  }

  /// Returns the cells of a value; those of opaque types are found by color, single tokens take none.
  public static List<Integer> encode(DataType type, Value value) {
    return switch (value) {
      case Value.Bool(boolean truth) -> List.of(truth ? 1 : 0);
      case Value.Int(int number) -> List.of(number);
      case Value.Constant(_, int ordinal) -> List.of(ordinal);
      case Value.Structure(_, var fields) -> {
        var all = new ArrayList<Integer>();
        var declared = ((DataType.Structure) type).fields();
        for (int i = 0; i < declared.size(); i++) {
          all.addAll(encode(declared.get(i).type(), fields.get(i)));
        }
        yield all;
      }
      case Value.Sequence(var elements) -> {
        var sequence = (DataType.Sequence) type;
        var all = new ArrayList<Integer>(List.of(elements.size()));
        elements.forEach(e -> all.addAll(encode(sequence.element(), e)));
        while (all.size() < width(type)) {
          all.add(0);
        }
        yield all;
      }
      case Value.Signal _ -> List.of();
      case Value.Token(var label) -> type instanceof DataType.Opaque(_, _, var colors) && colors.size() > 1
          ? List.of(colors.indexOf(label)) : List.of();
    };
  }

  /// Returns the cells of every value of the type, in a fixed order.
  public static List<List<Integer>> values(DataType type) {
    return switch (type) {
      case DataType.Bool _ -> singles(0, 1);
      case DataType.Range(int low, int high) -> singles(low, high);
      case DataType.Enumeration(_, var constants) -> singles(0, constants.size() - 1);
      case DataType.Structure(_, var fields) -> {
        List<List<Integer>> all = List.of(List.of());
        for (DataType.Field field : fields) {
          all = product(all, values(field.type()));
        }
        yield all;
      }
      case DataType.Sequence(var element, int capacity) -> sequences(element, capacity);
      case DataType.Signal _, DataType.Text _, DataType.Time _ -> List.of(List.of());
      case DataType.Opaque(_, _, var colors) ->
          colors.size() > 1 ? singles(0, colors.size() - 1) : List.of(List.of());
    };
  }

  private static List<List<Integer>> singles(int low, int high) {
    var all = new ArrayList<List<Integer>>();
    for (long value = low; value <= high; value++) {
      all.add(List.of((int) value));
    }
    return all;
  }

  private static List<List<Integer>> sequences(DataType element, int capacity) {
    var all = new ArrayList<List<Integer>>();
    List<List<Integer>> sofar = List.of(List.of());
    for (int length = 0; length <= capacity; length++) {
      for (List<Integer> elements : sofar) {
        var cells = new ArrayList<Integer>(List.of(length));
        cells.addAll(elements);
        while (cells.size() < 1 + capacity * width(element)) {
          cells.add(0);
        }
        all.add(cells);
      }
      sofar = product(sofar, values(element));
    }
    return all;
  }

  private static List<List<Integer>> product(List<List<Integer>> left, List<List<Integer>> right) {
    var all = new ArrayList<List<Integer>>();
    for (List<Integer> a : left) {
      for (List<Integer> b : right) {
        var both = new ArrayList<>(a);
        both.addAll(b);
        all.add(both);
      }
    }
    return all;
  }
}
