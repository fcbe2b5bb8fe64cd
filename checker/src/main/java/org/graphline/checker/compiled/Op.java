package org.graphline.checker.compiled;

import java.util.List;
import java.util.stream.LongStream;

/// One operation of a [Rule]. It leaves its constants open, so that rules that differ only in constants are
/// equal lists of operations; the constants are listed beside them, in the order of the operations.
sealed interface Op {

  /// Returns how many constants it takes.
  int constants();

  /// Returns about how many bytes of code it takes, rather too many.
  int bytes();

  /// Returns the numbers that it has beside its constants.
  default LongStream masks() {
    return switch (this) {
      case Equal(_, long mask) -> LongStream.of(mask);
      case Differ(_, long mask) -> LongStream.of(mask);
      case Word(_, long kept, _) -> LongStream.of(kept);
      case Any(var tests) -> tests.stream().flatMapToLong(Op::masks);
      case Clear(_, long mask, var when) ->
          LongStream.concat(LongStream.of(~mask), when.stream().flatMapToLong(Op::masks));
      case Emit(var moves, _, _) -> moves.stream().mapToLong(m -> 1L << m);
      case AmongBits _, InSet _, Lookup _, DoubleLookup _, Fault _ -> LongStream.empty();
    };
  }

  /// An operation that goes on to the next one where something is true, and ends the rule elsewhere.
  sealed interface Test extends Op {

    @Override
    default int constants() {
      return 1;
    }
  }

  /// The bits `mask` of a word equal the constant.
  record Equal(int word, long mask) implements Test {
    @Override
    public int bytes() {
      return 18;
    }
  }

  /// The bits `mask` of a word differ from the constant.
  record Differ(int word, long mask) implements Test {
    @Override
    public int bytes() {
      return 18;
    }
  }

  /// The value of a field of at most 6 bits is among the bits of the constant.
  record AmongBits(int field) implements Test {
    @Override
    public int bytes() {
      return 28;
    }
  }

  /// The value of a field is in the set that lies at the constant in the pool.
  record InSet(int field) implements Test {
    @Override
    public int bytes() {
      return 36;
    }
  }

  /// Any of the tests is true.
  record Any(List<Test> tests) implements Op {
    public Any {
      tests = List.copyOf(tests);
    }

    @Override
    public int constants() {
      return tests.size();
    }

    @Override
    public int bytes() {
      return tests.stream().mapToInt(Op::bytes).sum() + 3 * tests.size();
    }
  }

  /// Looks the value of the field up in the table at the constant, for `Word` to use.
  ///
  /// @param checked whether the rule ends if that is negative
  record Lookup(int field, boolean checked) implements Op {
    @Override
    public int constants() {
      return 1;
    }

    @Override
    public int bytes() {
      return 34;
    }
  }

  /// As [Lookup], but what was found is looked up again, in the table at the second constant. The first is
  /// the letter of the label.
  record DoubleLookup(int field, boolean checked) implements Op {
    @Override
    public int constants() {
      return 2;
    }

    @Override
    public int bytes() {
      return 50;
    }
  }

  /// Makes a word of the target: the bits `kept` of the word, exclusive-or the constant, exclusive-or what
  /// was looked up.
  record Word(int word, long kept, List<Placed> looked) implements Op {
    public Word {
      looked = List.copyOf(looked);
    }

    @Override
    public int constants() {
      return 1;
    }

    @Override
    public int bytes() {
      return 20 + 8 * looked.size();
    }
  }

  /// What the lookup with number `lookup` of the rule found, shifted.
  record Placed(int lookup, int shift) {}

  /// Makes the bits `mask` of a word of the target 0 if all tests are true of the target.
  record Clear(int word, long mask, List<Test> when) implements Op {
    public Clear {
      when = List.copyOf(when);
    }

    @Override
    public int constants() {
      return when.size();
    }

    @Override
    public int bytes() {
      return 12 + when.stream().mapToInt(Op::bytes).sum();
    }
  }

  /// Ends the rule with a step; the constant is the number of its label.
  ///
  /// @param letter the lookup whose letter is added to the number; -1 if none is
  record Emit(List<Integer> moves, boolean free, int letter) implements Op {
    public Emit {
      moves = List.copyOf(moves);
    }

    @Override
    public int constants() {
      return 1;
    }

    @Override
    public int bytes() {
      return 36 + 5 * moves.size() + (free ? 12 : 0);
    }
  }

  /// Ends the method: the state is an error state.
  record Fault() implements Op {
    @Override
    public int constants() {
      return 0;
    }

    @Override
    public int bytes() {
      return 2;
    }
  }
}
