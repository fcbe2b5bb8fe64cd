package org.graphline.checker.space;

import java.util.List;
import java.util.Optional;
import org.graphline.model.network.Connection;
import org.graphline.model.network.End;
import org.graphline.model.property.Condition;
import org.graphline.model.property.EventSet;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Layout;
import org.graphline.model.semantics.Semantics;
import org.graphline.model.semantics.State;
import org.graphline.model.semantics.Step;
import org.graphline.model.semantics.Wait;

/// The states of a network as `Semantics` gives them.
public final class NetworkStateSpace implements StateSpace {
  private static final long BYTES_A_CELL = 4;

  private final Semantics semantics;
  private final Conditions conditions;

  public NetworkStateSpace(Semantics semantics) {
    this.semantics = semantics;
    this.conditions = new Conditions(semantics);
  }

  /// Returns the semantics the states come from.
  public Semantics semantics() {
    return semantics;
  }

  @Override
  public Cells cells() {
    Layout layout = semantics.layout();
    return new Cells() {
      @Override
      public int size() {
        return layout.size();
      }

      @Override
      public int low(int cell) {
        return layout.low(cell);
      }

      @Override
      public int high(int cell) {
        return layout.high(cell);
      }

      @Override
      public String owner(int cell) {
        int instance = layout.owner(cell);
        return instance < 0 ? "" : semantics.network().instances().get(instance).name().display();
      }
    };
  }

  @Override
  public State initial() {
    return semantics.initial();
  }

  @Override
  public List<Step> steps(State state) {
    return semantics.steps(state);
  }

  @Override
  public List<Wait> waits(State state) {
    return semantics.waits(state);
  }

  @Override
  public boolean rests(State state, int instance) {
    return semantics.rests(state, instance);
  }

  @Override
  public boolean isFaulty(State state) {
    return semantics.fault(state).isPresent();
  }

  @Override
  public boolean isOver(State state) {
    return semantics.isOver(state);
  }

  @Override
  public boolean traysClosed(State state) {
    return semantics.traysClosed(state);
  }

  @Override
  public boolean holds(Condition condition, State state) {
    return conditions.holds(condition, state);
  }

  /// One state a step, and about one step an instance.
  @Override
  public long workingBytes() {
    return BYTES_A_CELL * semantics.layout().size() * semantics.network().instances().size();
  }

  @Override
  public boolean matches(EventSet.Pattern pattern, Label label) {
    return switch (pattern) {
      case EventSet.Pattern.AtEnd(End end) -> isAt(end, label);
      case EventSet.Pattern.AtTray(int line) -> switch (label) {
        case Label.HandOver(int at, var writer, var reader, _) ->
            at == line && (writer.isEmpty() || reader.isEmpty());
        case Label.Post(int at, var writer, _, _) -> at == line && writer.isEmpty();
        case Label.Collect(int at, var reader, _) -> at == line && reader.isEmpty();
        default -> false;
      };
      case EventSet.Pattern.AtConnection(int connection) ->
          label instanceof Label.Called(int at, _) && at == connection
          || label instanceof Label.Replied(int there, _) && there == connection;
      case EventSet.Pattern.AtMark(int instance, String name) -> label.equals(new Label.Mark(instance, name));
    };
  }

  private boolean isAt(End end, Label label) {
    return switch (label) {
      case Label.HandOver(_, var writer, var reader, _) ->
          writer.equals(Optional.of(end)) || reader.equals(Optional.of(end));
      case Label.Post(_, var writer, _, _) -> writer.equals(Optional.of(end));
      case Label.Collect(_, var reader, _) -> reader.equals(Optional.of(end));
      case Label.Called(int connection, _) -> isAt(end, connection);
      case Label.Replied(int connection, _) -> isAt(end, connection);
      default -> false;
    };
  }

  private boolean isAt(End end, int connection) {
    Connection where = semantics.network().connections().get(connection);
    return where.client().equals(Optional.of(end)) || where.server().equals(Optional.of(end));
  }
}
