package org.graphline.checker.compiled;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.graphline.checker.packed.Packing;

/// Writes the code of one planned method.
final class MethodWriter {
  private final ClassDesc self;
  private final Packing packing;
  private final boolean labeled;
  private final CodeBuilder code;
  private final Frame frame;

  /// @param self the class that is written
  MethodWriter(ClassDesc self, Packing packing, boolean labeled, CodeBuilder code) {
    this.self = self;
    this.packing = packing;
    this.labeled = labeled;
    this.code = code;
    this.frame = new Frame(packing);
  }

  /// Writes `method`.
  void write(Planned method) {
    switch (method) {
      case Planned.Leaf leaf -> leaf(leaf);
      case Planned.Part part -> part(part);
      case Planned.Router(_, int field, int index, var leaves) -> {
        var values = leaves.stream()
            .map(l -> l.cases().stream().flatMap(c -> c.body().values().stream()).toList()).toList();
        dispatch(field, index, values, i -> call(leaves.get(i).name()));
        code.iload(frame.filled).ireturn();
      }
      case Planned.Chain(_, var calls) -> {
        calls.forEach(this::call);
        code.iload(frame.filled).ireturn();
      }
    }
  }

  private void call(String name) {
    frame.pushArguments(code);
    code.invokestatic(self, name, Frame.type(packing, false)).istore(frame.filled);
  }

  private void leaf(Planned.Leaf leaf) {
    List<Rule> inline = leaf.cases().stream().filter(c -> c.parts().isEmpty())
        .flatMap(c -> c.body().rules().stream()).toList();
    int row = code.allocateLocal(TypeKind.INT);
    if (row != frame.row) {
      throw new AssertionError("the row of parameters is not at " + frame.row);
    }
    code.iconst_0().istore(row);
    frame.begin(code, movers(inline));
    dispatch(leaf.field(), leaf.index(), leaf.cases().stream().map(c -> c.body().values()).toList(),
        i -> body(leaf.field(), leaf.cases().get(i)));
    frame.end(code);
  }

  private void body(int field, Planned.Case there) {
    Body body = there.body();
    if (body.rows() >= 0) {
      code.getstatic(self, "INTS", Frame.INTS).loadConstant(body.rows());
      pushValue(field);
      code.iadd().iaload().istore(frame.row);
    }
    if (there.parts().isEmpty()) {
      rules(body, 0, body.rules().size());
    }
    for (String part : there.parts()) {
      frame.pushArguments(code);
      code.iload(frame.row).invokestatic(self, part, Frame.type(packing, true)).istore(frame.filled);
    }
  }

  private void part(Planned.Part part) {
    frame.begin(code, movers(part.body().rules().subList(part.from(), part.to())));
    rules(part.body(), part.from(), part.to());
    frame.end(code);
  }

  private void rules(Body body, int from, int to) {
    List<Rule> rules = body.rules().subList(from, to);
    frame.loadWords(code, RuleWriter.wordsRead(rules, packing));
    var writer = new RuleWriter(frame, new Constants(self, body, from), labeled);
    rules.forEach(r -> writer.write(code, r));
  }

  private static TreeSet<Integer> movers(List<Rule> rules) {
    var movers = new TreeSet<Integer>();
    for (Rule rule : rules) {
      if (rule.ops().getLast() instanceof Op.Emit(var moves, _, _)) {
        movers.addAll(moves);
      }
    }
    return movers;
  }

  /// Runs the target for the value of a field; the first one if there is no field.
  ///
  /// @param index  where the table lies that has the target for each value, or -1
  /// @param values for each target its values
  private void dispatch(int field, int index, List<List<Integer>> values, IntConsumer target) {
    if (field < 0) {
      target.accept(0);
      return;
    }
    List<Label> labels = values.stream().map(_ -> code.newLabel()).toList();
    Label end = code.newLabel();
    var cases = new ArrayList<SwitchCase>();
    if (index < 0) {
      pushValue(field);
      for (int i = 0; i < labels.size(); i++) {
        for (int value : values.get(i)) {
          cases.add(SwitchCase.of(value, labels.get(i)));
        }
      }
    } else {
      code.getstatic(self, "INTS", Frame.INTS).loadConstant(index);
      pushValue(field);
      code.iadd().iaload();
      IntStream.range(0, labels.size()).forEach(i -> cases.add(SwitchCase.of(i, labels.get(i))));
    }
    code.tableswitch(end, cases);
    for (int i = 0; i < labels.size(); i++) {
      code.labelBinding(labels.get(i));
      target.accept(i);
      if (i < labels.size() - 1) {
        code.goto_(end);
      }
    }
    code.labelBinding(end);
  }

  private void pushValue(int field) {
    if (frame.arePassed()) {
      frame.pushValue(code, field, frame.words[packing.word(field)]);
    } else {
      code.aload(1).iload(2).loadConstant(packing.word(field)).iadd().laload()
          .loadConstant(packing.shift(field)).lushr().l2i().loadConstant(packing.highest(field)).iand();
    }
  }
}
