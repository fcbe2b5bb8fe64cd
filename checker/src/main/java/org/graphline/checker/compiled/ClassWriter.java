package org.graphline.checker.compiled;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_MethodHandles_Lookup;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.graphline.checker.packed.Packing;
import org.graphline.checker.packed.Suspicion;

/// Writes the class of a stepper. Its tables come as class data: all ints and all longs.
final class ClassWriter {
  private static final MethodTypeDesc MAKING = MethodTypeDesc.of(CD_void, CD_int, CD_int, CD_boolean,
      Suspicion.class.describeConstable().orElseThrow());
  private static final ClassDesc SELF = ClassDesc.of(ClassWriter.class.getPackageName(), "Steps");
  private static final ClassDesc HANDLES = ClassDesc.of("java.lang.invoke.MethodHandles");
  private static final int CONSTANT = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;
  private static final MethodTypeDesc DONE = MethodTypeDesc.of(CD_int, Frame.LONGS, CD_int, CD_int);
  private static final MethodTypeDesc STEPS = MethodTypeDesc.of(CD_int, Frame.LONGS, CD_int);

  private final Packing packing;
  private final Calls calls;
  private final boolean labeled;

  ClassWriter(Packing packing, Calls calls, boolean labeled) {
    this.packing = packing;
    this.calls = calls;
    this.labeled = labeled;
  }

  /// The methods of a class, and those of them that each pass calls.
  ///
  /// @param faults return -1 in error states
  record Calls(List<Planned> methods, List<String> faults, List<String> early, List<String> main,
      List<String> timers, List<String> closing) {}

  /// Returns the bytes of the class.
  byte[] write() {
    return ClassFile.of().build(SELF, type -> {
      type.withFlags(ClassFile.ACC_FINAL).withSuperclass(Frame.STEPPER);
      type.withField("INTS", Frame.INTS, CONSTANT);
      type.withField("LONGS", Frame.LONGS, CONSTANT);
      type.withMethodBody("<clinit>", MethodTypeDesc.of(CD_void), ClassFile.ACC_STATIC,
          ClassWriter::loadTables);
      type.withMethodBody("<init>", MAKING, 0, code -> code.aload(0).iload(1).iload(2).iload(3).aload(4)
          .invokespecial(Frame.STEPPER, "<init>", MAKING).return_());
      type.withMethodBody("steps", STEPS, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, this::steps);
      for (Planned method : calls.methods()) {
        type.withMethodBody(method.name(), Frame.type(packing, method instanceof Planned.Part),
            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
            code -> new MethodWriter(SELF, packing, labeled, code).write(method));
      }
    });
  }

  private static void loadTables(CodeBuilder code) {
    int data = code.allocateLocal(TypeKind.REFERENCE);
    code.invokestatic(HANDLES, "lookup", MethodTypeDesc.of(CD_MethodHandles_Lookup)).loadConstant("_")
        .loadConstant(CD_Object.arrayType())
        .invokestatic(HANDLES, "classData",
            MethodTypeDesc.of(CD_Object, CD_MethodHandles_Lookup, CD_String, CD_Class))
        .checkcast(CD_Object.arrayType()).astore(data)
        .aload(data).iconst_0().aaload().checkcast(Frame.INTS).putstatic(SELF, "INTS", Frame.INTS)
        .aload(data).iconst_1().aaload().checkcast(Frame.LONGS).putstatic(SELF, "LONGS", Frame.LONGS)
        .return_();
  }

  private void steps(CodeBuilder code) {
    int filled = code.allocateLocal(TypeKind.INT);
    int[] words = new int[packing.words()];
    for (int i = 0; i < words.length && Frame.arePassed(packing); i++) {
      words[i] = code.allocateLocal(TypeKind.LONG);
      code.aload(1).iload(2).loadConstant(i).iadd().laload().lstore(words[i]);
    }
    var caller = new Caller(code, filled, words);
    code.iconst_0().istore(filled);
    if (!calls.faults().isEmpty()) {
      Label on = code.newLabel();
      calls.faults().forEach(caller::call);
      code.iload(filled).ifge(on);
      code.aload(0).invokevirtual(Frame.STEPPER, "faulty", MethodTypeDesc.of(CD_int)).ireturn();
      code.labelBinding(on);
    }
    code.aload(0).invokevirtual(Frame.STEPPER, "begin", MethodTypeDesc.of(CD_void));
    calls.early().forEach(caller::call);
    code.aload(0);
    caller.pushCount();
    code.putfield(Frame.STEPPER, "uncounted", CD_int);
    calls.main().forEach(caller::call);
    if (!calls.timers().isEmpty()) {
      Label on = code.newLabel();
      caller.pushCount();
      code.aload(0).getfield(Frame.STEPPER, "free", CD_int).if_icmpne(on);
      calls.timers().forEach(caller::call);
      code.labelBinding(on);
    }
    if (!calls.closing().isEmpty()) {
      Label on = code.newLabel();
      code.iload(filled).ifne(on);
      calls.closing().forEach(caller::call);
      code.labelBinding(on);
    }
    code.aload(0).aload(1).iload(2);
    caller.pushCount();
    code.invokevirtual(Frame.STEPPER, "done", DONE).ireturn();
  }

  /// Calls methods from `steps`.
  private final class Caller {
    private final CodeBuilder code;
    private final int filled;
    private final int[] words;

    Caller(CodeBuilder code, int filled, int[] words) {
      this.code = code;
      this.filled = filled;
      this.words = words;
    }

    void call(String name) {
      code.aload(0);
      if (Frame.arePassed(packing)) {
        for (int slot : words) {
          code.lload(slot);
        }
      } else {
        code.aload(1).iload(2);
      }
      code.iload(filled).invokestatic(SELF, name, Frame.type(packing, false)).istore(filled);
    }

    void pushCount() {
      code.iload(filled);
      if (packing.words() > 1) {
        code.loadConstant(packing.words()).idiv();
      }
    }
  }
}
