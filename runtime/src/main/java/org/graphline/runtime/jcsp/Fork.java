package org.graphline.runtime.jcsp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.graphline.runtime.Work;

/// A `par` under way. The last branch runs on the thread that began it, the others on threads of their own.
final class Fork {
  private final Branch parent;
  private final DeskProcess process;
  private final Office office;
  private final AtomicInteger running = new AtomicInteger();

  Fork(Branch parent) {
    this.parent = parent;
    this.process = parent.process();
    this.office = parent.office();
  }

  /// Runs `branches` to their ends and returns whether any has communicated.
  boolean run(Work... branches) {
    if (branches.length == 0) {
      return false;
    }
    List<Branch> children = new ArrayList<>();
    for (int i = 0; i < branches.length; i++) {
      children.add(parent.child(i));
    }
    process.add(children);
    int last = branches.length - 1;
    running.set(last);
    for (int i = 0; i < last; i++) {
      office.enter();
      office.enterThread();
      Branch child = children.get(i);
      Work work = branches[i];
      process.crew().execute(() -> runElsewhere(child, work));
    }
    process.runAs(children.get(last), branches[last]);
    join();
    process.remove(children);
    return children.stream().anyMatch(Branch::hasCommunicated);
  }

  private void runElsewhere(Branch child, Work work) {
    process.nameThread();
    child.awaitTurn("start");
    process.runAs(child, work);
    if (running.decrementAndGet() == 0) {
      parent.nudge();
    }
    office.leave();
    office.leaveThread();
  }

  /// Waits for the other branches. They are counted, so the parent need not be.
  private void join() {
    while (running.get() > 0) {
      parent.awaitBranches(() -> running.get() == 0);
    }
  }
}
