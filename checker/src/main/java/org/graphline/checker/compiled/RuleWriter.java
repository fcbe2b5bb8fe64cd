package org.graphline.checker.compiled;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.graphline.checker.packed.Packing;

/// Writes one rule after the other of a body.
final class RuleWriter {
  private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
  private static final MethodTypeDesc ARRAYCOPY =
      MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_Object, CD_int, CD_int);

  private final Frame frame;
  private final Constants constants;
  private final boolean labeled;
  /// For each word of the target a local; -1 if it is that of the state.
  private final int[] targets;
  /// For each lookup the local for what it found, and for the letter.
  private final List<Integer> found = new ArrayList<>();
  private final List<Integer> letters = new ArrayList<>();

  RuleWriter(Frame frame, Constants constants, boolean labeled) {
    this.frame = frame;
    this.constants = constants;
    this.labeled = labeled;
    this.targets = new int[frame.words.length];
  }

  /// Returns the words that `rules` read.
  static TreeSet<Integer> wordsRead(List<Rule> rules, Packing packing) {
    var words = new TreeSet<Integer>();
    rules.forEach(r -> r.ops().forEach(op -> addWords(op, packing, words)));
    return words;
  }

  private static void addWords(Op op, Packing packing, TreeSet<Integer> words) {
    switch (op) {
      case Op.Equal(int word, _) -> words.add(word);
      case Op.Differ(int word, _) -> words.add(word);
      case Op.AmongBits(int field) -> words.add(packing.word(field));
      case Op.InSet(int field) -> words.add(packing.word(field));
      case Op.Lookup(int field, _) -> words.add(packing.word(field));
      case Op.DoubleLookup(int field, _) -> words.add(packing.word(field));
      case Op.Word(int word, _, _) -> words.add(word);
      case Op.Any(var tests) -> tests.forEach(t -> addWords(t, packing, words));
      case Op.Clear(_, _, var when) -> when.forEach(t -> addWords(t, packing, words));
      case Op.Emit _, Op.Fault _ -> { }
    }
  }

  /// Writes a rule.
  void write(CodeBuilder code, Rule rule) {
    Arrays.fill(targets, -1);
    found.clear();
    letters.clear();
    code.block(block -> {
      Label end = block.newLabel();
      rule.ops().forEach(op -> write(block, op, end));
      block.labelBinding(end);
    });
  }

  private void write(CodeBuilder code, Op op, Label end) {
    switch (op) {
      case Op.Test test -> branch(code, test, false, end, frame.words);
      case Op.Any(var tests) -> any(code, tests, end);
      case Op.Lookup(int field, boolean checked) -> {
        letters.add(-1);
        found.add(lookup(code, field, checked, end));
      }
      case Op.DoubleLookup(int field, boolean checked) -> {
        int letter = lookup(code, field, checked, end);
        letters.add(letter);
        code.getstatic(constants.self(), "INTS", Frame.INTS);
        constants.pushInt(code, frame);
        code.iload(letter).iadd().iaload();
        found.add(code.allocateLocal(TypeKind.INT));
        code.istore(found.getLast());
      }
      case Op.Word word -> word(code, word);
      case Op.Clear(int word, long mask, var when) -> {
        Label on = code.newLabel();
        int[] now = now();
        when.forEach(test -> branch(code, test, false, on, now));
        code.lload(targets[word]).loadConstant(~mask).land().lstore(targets[word]);
        code.labelBinding(on);
      }
      case Op.Emit emit -> emit(code, emit);
      case Op.Fault _ -> code.iconst_m1().ireturn();
    }
  }

  private void any(CodeBuilder code, List<Op.Test> tests, Label end) {
    Label on = code.newLabel();
    for (Op.Test test : tests.subList(0, tests.size() - 1)) {
      branch(code, test, true, on, frame.words);
    }
    branch(code, tests.getLast(), false, end, frame.words);
    code.labelBinding(on);
  }

  /// Goes to `target` if the test, over the words in the locals `words`, is `wanted`.
  private void branch(CodeBuilder code, Op.Test test, boolean wanted, Label target, int[] words) {
    switch (test) {
      case Op.Equal(int word, long mask) -> compare(code, words[word], mask, wanted, target);
      case Op.Differ(int word, long mask) -> compare(code, words[word], mask, !wanted, target);
      case Op.AmongBits(int field) -> {
        constants.pushLong(code, frame);
        frame.pushValue(code, field, words[frame.packing.word(field)]);
        bit(code, wanted, target);
      }
      case Op.InSet(int field) -> {
        code.getstatic(constants.self(), "LONGS", Frame.LONGS);
        constants.pushInt(code, frame);
        frame.pushValue(code, field, words[frame.packing.word(field)]);
        code.loadConstant(6).iushr().iadd().laload();
        frame.pushValue(code, field, words[frame.packing.word(field)]);
        bit(code, wanted, target);
      }
    }
  }

  private void compare(CodeBuilder code, int slot, long mask, boolean equal, Label target) {
    code.lload(slot).loadConstant(mask).land();
    constants.pushLong(code, frame);
    code.lcmp();
    if (equal) {
      code.ifeq(target);
    } else {
      code.ifne(target);
    }
  }

  /// Goes to `target` if the bit, whose number lies above the bits on the stack, is `wanted`.
  private static void bit(CodeBuilder code, boolean wanted, Label target) {
    code.lushr().l2i().iconst_1().iand();
    if (wanted) {
      code.ifne(target);
    } else {
      code.ifeq(target);
    }
  }

  private int lookup(CodeBuilder code, int field, boolean checked, Label end) {
    int slot = code.allocateLocal(TypeKind.INT);
    code.getstatic(constants.self(), "INTS", Frame.INTS);
    constants.pushInt(code, frame);
    frame.pushValue(code, field, frame.words[frame.packing.word(field)]);
    code.iadd().iaload().istore(slot);
    if (checked) {
      code.iload(slot).iflt(end);
    }
    return slot;
  }

  private void word(CodeBuilder code, Op.Word word) {
    int slot = code.allocateLocal(TypeKind.LONG);
    code.lload(frame.words[word.word()]);
    if (word.kept() != -1) {
      code.loadConstant(word.kept()).land();
    }
    constants.flip(code, frame);
    for (Op.Placed placed : word.looked()) {
      code.iload(found.get(placed.lookup())).i2l().loadConstant(placed.shift()).lshl().lxor();
    }
    code.lstore(slot);
    targets[word.word()] = slot;
  }

  /// The locals of the words as they are after the changes so far.
  private int[] now() {
    int[] now = frame.words.clone();
    for (int i = 0; i < now.length; i++) {
      now[i] = targets[i] < 0 ? now[i] : targets[i];
    }
    return now;
  }

  private void emit(CodeBuilder code, Op.Emit emit) {
    int words = frame.words.length;
    if (!frame.arePassed()) {
      code.aload(1).iload(2).aload(frame.targets).iload(frame.filled).loadConstant(words)
          .invokestatic(SYSTEM, "arraycopy", ARRAYCOPY);
    }
    for (int i = 0; i < words; i++) {
      if (frame.arePassed() || targets[i] >= 0) {
        code.aload(frame.targets).iload(frame.filled);
        if (i > 0) {
          code.loadConstant(i).iadd();
        }
        code.lload(targets[i] < 0 ? frame.words[i] : targets[i]).lastore();
      }
    }
    label(code, emit);
    frame.moved.forEach((at, slot) -> {
      long bits = 0;
      for (int mover : emit.moves()) {
        bits |= mover / Long.SIZE == at ? 1L << mover : 0;
      }
      if (bits != 0) {
        code.lload(slot).loadConstant(bits).lor().lstore(slot);
      }
    });
    if (emit.free()) {
      code.aload(0).dup().getfield(Frame.STEPPER, "free", CD_int).iconst_1().iadd()
          .putfield(Frame.STEPPER, "free", CD_int);
    }
    code.iinc(frame.filled, words);
  }

  private void label(CodeBuilder code, Op.Emit emit) {
    if (!labeled) {
      constants.skip();
      return;
    }
    code.aload(0).getfield(Frame.STEPPER, "labels", Frame.INTS).iload(frame.filled)
        .loadConstant(frame.words.length).idiv();
    constants.pushInt(code, frame);
    if (emit.letter() >= 0) {
      code.iload(letters.get(emit.letter())).iadd();
    }
    code.iastore();
  }
}
