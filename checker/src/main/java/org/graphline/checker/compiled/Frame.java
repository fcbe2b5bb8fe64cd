package org.graphline.checker.compiled;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.graphline.checker.packed.Packing;

/// Where a method that adds steps keeps its arguments and locals: the stepper, the state, how far the targets
/// are filled, and in a part the row of parameters. States of few words are passed as words, others as array
/// and position.
final class Frame {
  static final ClassDesc LONGS = CD_long.arrayType();
  static final ClassDesc INTS = CD_int.arrayType();
  static final ClassDesc STEPPER = CompiledStepper.class.describeConstable().orElseThrow();
  private static final int MOST_PASSED = 4;

  final Packing packing;
  final int filled;
  /// The parameter of a part, or the first free slot.
  final int row;
  /// A local for the array of targets.
  int targets;
  /// For each word a local, if it is there.
  final int[] words;
  /// For each word of the set of those who move a local, if they may be in it.
  final Map<Integer, Integer> moved = new TreeMap<>();

  Frame(Packing packing) {
    this.packing = packing;
    this.words = new int[packing.words()];
    this.filled = arePassed(packing) ? 1 + 2 * packing.words() : 3;
    this.row = filled + 1;
    for (int i = 0; i < words.length; i++) {
      words[i] = arePassed(packing) ? 1 + 2 * i : -1;
    }
  }

  /// Reports whether words are passed as such.
  static boolean arePassed(Packing packing) {
    return packing.words() <= MOST_PASSED;
  }

  boolean arePassed() {
    return arePassed(packing);
  }

  /// Returns the type of methods over states like these.
  static MethodTypeDesc type(Packing packing, boolean isPart) {
    var parameters = new ArrayList<ClassDesc>();
    parameters.add(STEPPER);
    if (arePassed(packing)) {
      for (int i = 0; i < packing.words(); i++) {
        parameters.add(CD_long);
      }
    } else {
      parameters.add(LONGS);
      parameters.add(CD_int);
    }
    parameters.add(CD_int);
    if (isPart) {
      parameters.add(CD_int);
    }
    return MethodTypeDesc.of(CD_int, parameters);
  }

  /// Begins a method in which the instances `movers` may move.
  void begin(CodeBuilder code, Collection<Integer> movers) {
    targets = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(0).getfield(STEPPER, "targets", LONGS).astore(targets);
    for (int mover : movers) {
      if (!moved.containsKey(mover / Long.SIZE)) {
        int slot = code.allocateLocal(TypeKind.LONG);
        moved.put(mover / Long.SIZE, slot);
        code.lconst_0().lstore(slot);
      }
    }
  }

  /// Ends a method.
  void end(CodeBuilder code) {
    moved.forEach((at, slot) -> code.aload(0).getfield(STEPPER, "moved", LONGS).loadConstant(at)
        .dup2().laload().lload(slot).lor().lastore());
    code.iload(filled).ireturn();
  }

  /// Loads the words that `needed` says into locals, if they are not passed.
  void loadWords(CodeBuilder code, Collection<Integer> needed) {
    if (arePassed()) {
      return;
    }
    for (int word : needed) {
      words[word] = code.allocateLocal(TypeKind.LONG);
      code.aload(1).iload(2).loadConstant(word).iadd().laload().lstore(words[word]);
    }
  }

  /// Pushes the stepper, the state and how far the targets are filled.
  void pushArguments(CodeBuilder code) {
    code.aload(0);
    if (arePassed()) {
      for (int slot : words) {
        code.lload(slot);
      }
    } else {
      code.aload(1).iload(2);
    }
    code.iload(filled);
  }

  /// Pushes the value of a field, whose word lies in the local `slot`.
  void pushValue(CodeBuilder code, int field, int slot) {
    code.lload(slot);
    if (packing.shift(field) > 0) {
      code.loadConstant(packing.shift(field)).lushr();
    }
    code.l2i().loadConstant(packing.highest(field)).iand();
  }
}
