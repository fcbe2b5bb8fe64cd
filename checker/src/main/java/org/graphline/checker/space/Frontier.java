package org.graphline.checker.space;

/// States found and not yet explored, nearest first: those of the current distance and those one step
/// further.
public final class Frontier {
  private IntPages current;
  private IntPages next;
  private int cursor;
  private int depth;

  /// An empty frontier at distance 0.
  public Frontier(MemoryBudget budget) {
    this.current = new IntPages(budget);
    this.next = new IntPages(budget);
  }

  /// Adds a state at the current distance.
  public void addHere(int state) {
    current.add(state);
  }

  /// Adds a state one step further.
  public void addFurther(int state) {
    next.add(state);
  }

  /// Reports whether no state is left.
  public boolean isEmpty() {
    return cursor == current.size() && next.size() == 0;
  }

  /// Takes the first of the nearest states.
  public int take() {
    if (cursor == current.size()) {
      IntPages spent = current;
      current = next;
      next = spent;
      next.clear();
      cursor = 0;
      depth++;
    }
    return current.get(cursor++);
  }

  /// Returns the distance of the state taken last.
  public int depth() {
    return depth;
  }

  /// Returns how many states are left.
  public long size() {
    return (long) current.size() - cursor + next.size();
  }

  /// Forgets all states and gives the memory back.
  public void free() {
    current.free();
    next.free();
    cursor = 0;
  }
}
