package org.graphline.checker.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.graphline.checker.local.LocalState;
import org.graphline.model.automaton.Cells;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Layout;
import org.graphline.model.semantics.State;

/// Turns the values of a product's fields into a state of the model and back.
///
/// Where an error was met only this fact is kept: of a state with a faulty local state the rest may differ from what the
/// model has, and it cannot be turned back.
public final class Translation {
  private final Assembly assembly;
  private final Layout layout;
  private final Trimming trimming;
  private final Optional<Merging> merging;

  Translation(Assembly assembly, Trimming trimming) {
    this(assembly, trimming, Optional.empty());
  }

  private Translation(Assembly assembly, Trimming trimming, Optional<Merging> merging) {
    this.assembly = assembly;
    this.trimming = trimming;
    this.merging = merging;
    this.layout = assembly.layout;
  }

  /// Returns the same for the product with local states merged.
  Translation merged(Merging by) {
    return new Translation(assembly, trimming, Optional.of(by));
  }

  /// Returns the model's state with these values; where local states were merged, one of those they stand for.
  public State state(int[] values) {
    int[] cells = new int[layout.size()];
    for (int i = 0; i < values.length; i++) {
      Field field = assembly.fields().get(i);
      int value = trimming.original(i, merging.isPresent() ? merging.get().original(i, values[i]) : values[i]);
      switch (field.kind()) {
        case PROCESS -> process(i, value, cells);
        case LINE -> letters(field.owner(), value, cells);
        case TRAY -> cells[layout.tray(field.owner())] = value;
        case CONNECTION -> cells[layout.call(field.owner())] = value;
        case RUN -> {
          if (value == 1) {
            cells[Layout.MODE] = Layout.CLOSED;
          }
        }
      }
    }
    return State.of(cells);
  }

  private void process(int instance, int local, int[] cells) {
    LocalState state = assembly.state(instance, local);
    System.arraycopy(state.frame(), 0, cells, layout.frame(instance), state.frame().length);
    if (state.isFaulty() && cells[Layout.MODE] != Layout.FAULTY) {
      cells[Layout.MODE] = Layout.FAULTY;
      cells[Layout.FAULT_INSTANCE] = instance;
      cells[Layout.FAULT_NODE] = state.fault();
    }
  }

  private void letters(int line, int content, int[] cells) {
    QueueTables queue = assembly.queue(line);
    int[] letters = queue.letters(content);
    int at = layout.queue(line);
    cells[at++] = letters.length;
    for (int letter : letters) {
      int[] value = assembly.spaces.cells(queue.alphabet().get(letter));
      System.arraycopy(value, 0, cells, at, value.length);
      at += value.length;
    }
  }

  /// Returns the values of the fields in a state of the model that is no error state.
  public int[] values(State state) {
    int[] values = new int[assembly.fields().size()];
    for (int i = 0; i < values.length; i++) {
      Field field = assembly.fields().get(i);
      values[i] = trimming.number(i, switch (field.kind()) {
        case PROCESS -> local(i, state);
        case LINE -> content(assembly.network.lines().get(field.owner()), state);
        case TRAY -> state.cell(layout.tray(field.owner()));
        case CONNECTION -> state.cell(layout.call(field.owner()));
        case RUN -> state.cell(Layout.MODE) == Layout.CLOSED ? 1 : 0;
      });
      if (values[i] < 0) {
        throw new AssertionError(field.kind() + " of " + field.owner() + " is as it can never be");
      }
      values[i] = merging.isPresent() ? merging.get().number(i, values[i]) : values[i];
    }
    return values;
  }

  private int local(int instance, State state) {
    var space = assembly.spaces.space(instance);
    int from = layout.frame(instance);
    int[] frame = new int[space.state(0).frame().length];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = state.cell(from + i);
    }
    boolean faulty = state.cell(Layout.MODE) == Layout.FAULTY && state.cell(Layout.FAULT_INSTANCE) == instance;
    int local = space.find(frame, faulty ? state.cell(Layout.FAULT_NODE) : -1);
    if (local < 0) {
      throw new AssertionError("instance " + instance + " is in no local state it could be in");
    }
    return local;
  }

  private int content(Line line, State state) {
    QueueTables queue = assembly.queue(line.id());
    int at = layout.queue(line.id());
    int width = Cells.width(line.type());
    var letters = new ArrayList<Integer>();
    for (int i = 0; i < state.cell(at); i++) {
      int[] value = new int[width];
      for (int j = 0; j < width; j++) {
        value[j] = state.cell(at + 1 + i * width + j);
      }
      letters.add(position(queue, value));
    }
    return queue.content(letters.stream().mapToInt(Integer::intValue).toArray());
  }

  private int position(QueueTables queue, int[] value) {
    for (int i = 0; i < queue.alphabet().size(); i++) {
      if (Arrays.equals(assembly.spaces.cells(queue.alphabet().get(i)), value)) {
        return i;
      }
    }
    throw new AssertionError("a letter on a line that never passes there");
  }
}
