package org.graphline.checker.product;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.graphline.model.network.End;
import org.graphline.model.network.Line;
import org.graphline.model.semantics.Label;
import org.graphline.model.semantics.Label.Fate;
import org.graphline.model.value.Value;

/// The offers by which a letter is put on a line that holds letters (rule POST).
final class Posts {
  private final Assembly assembly;
  private final Rules rules;

  Posts(Assembly assembly, Rules rules) {
    this.assembly = assembly;
    this.rules = rules;
  }

  /// Adds what may become of a letter; `step` makes what else happens.
  void to(Line line, Optional<End> writer, int letter, Supplier<Draft> step, List<Offer> offers) {
    QueueTables queue = assembly.queue(line.id());
    int position = queue.alphabet().indexOf(letter);
    int field = assembly.queueField(line.id());
    Value value = assembly.value(line.type(), letter);
    step.get().when(new Atom(field, assembly.shared(queue.takes(position))))
        .update(new Update.Map(field, assembly.shared(queue.with(position))))
        .offer(offers, new Label.Post(line.id(), writer, value, Fate.STORED));
    switch (line.overflow()) {
      case WAIT -> { }
      case OVERWRITE -> step.get().when(new Atom(field, assembly.shared(queue.replaces(position))))
          .update(new Update.Map(field, assembly.shared(queue.replacing(position))))
          .offer(offers, new Label.Post(line.id(), writer, value, Fate.REPLACED_OLDEST));
      case DROP -> step.get().when(rules.isFull(line))
          .offer(offers, new Label.Post(line.id(), writer, value, Fate.LOST));
    }
  }
}
