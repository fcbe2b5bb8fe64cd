package org.graphline.checker.space;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.graphline.model.semantics.State;

/// States as bits, one after the other in pages. A state takes as many bytes as the ranges of its cells need.
final class PackedStates {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int PAGE_BYTES = 1 << 16;

  private final MemoryBudget budget;
  private final int[] low;
  private final int[] width;
  private final int bytes;
  private final int perPage;
  private final byte[] scratch;
  private byte[][] pages = new byte[16][];
  private int size;

  PackedStates(Cells cells, MemoryBudget budget) {
    this.budget = budget;
    this.low = new int[cells.size()];
    this.width = new int[cells.size()];
    long bits = 0;
    for (int i = 0; i < low.length; i++) {
      low[i] = cells.low(i);
      width[i] = 32 - Integer.numberOfLeadingZeros(cells.high(i) - cells.low(i));
      bits += width[i];
    }
    this.bytes = Math.toIntExact(Math.max(1, (bits + 7) / 8));
    this.perPage = Math.max(1, PAGE_BYTES / bytes);
    this.scratch = new byte[(bytes + 7) / 8 * 8];
  }

  /// Makes `state` the one that [#hash], [#append] and [#isAt] speak of.
  void load(State state) {
    long word = 0;
    int filled = 0;
    int at = 0;
    for (int i = 0; i < low.length; i++) {
      long value = Integer.toUnsignedLong(state.cell(i) - low[i]);
      if (value >>> width[i] != 0) {
        throw new AssertionError("cell " + i + " holds " + state.cell(i) + ", outside its range");
      }
      word |= value << filled;
      filled += width[i];
      if (filled >= 64) {
        WORD.set(scratch, at, word);
        at += 8;
        filled -= 64;
        word = filled == 0 ? 0 : value >>> width[i] - filled;
      }
    }
    if (filled > 0) {
      WORD.set(scratch, at, word);
    }
  }

  /// Makes the stored state `id` the loaded one.
  void reload(int id) {
    System.arraycopy(pages[id / perPage], id % perPage * bytes, scratch, 0, bytes);
  }

  int hash() {
    long hash = 0x9E3779B97F4A7C15L;
    for (int at = 0; at < scratch.length; at += 8) {
      hash = (hash ^ (long) WORD.get(scratch, at)) * 0xFF51AFD7ED558CCDL;
      hash ^= hash >>> 32;
    }
    return (int) (hash ^ hash >>> 29);
  }

  /// Stores the loaded state and returns its position.
  int append() {
    int page = size / perPage;
    if (page == pages.length) {
      pages = Arrays.copyOf(pages, pages.length * 2);
    }
    if (pages[page] == null) {
      budget.reserve((long) perPage * bytes);
      pages[page] = new byte[perPage * bytes];
    }
    System.arraycopy(scratch, 0, pages[page], size % perPage * bytes, bytes);
    return size++;
  }

  /// Reports whether the loaded state is the stored state `id`.
  boolean isAt(int id) {
    int from = id % perPage * bytes;
    return Arrays.equals(pages[id / perPage], from, from + bytes, scratch, 0, bytes);
  }

  State state(int id) {
    reload(id);
    int[] cells = new int[low.length];
    int bit = 0;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = low[i] + bits(bit, width[i]);
      bit += width[i];
    }
    return State.of(cells);
  }

  int size() {
    return size;
  }

  int bytesEach() {
    return bytes;
  }

  private int bits(int bit, int count) {
    if (count == 0) {
      return 0;
    }
    int at = bit >>> 6 << 3;
    int shift = bit & 63;
    long value = (long) WORD.get(scratch, at) >>> shift;
    if (shift + count > 64) {
      value |= (long) WORD.get(scratch, at + 8) << 64 - shift;
    }
    return (int) (value & (1L << count) - 1);
  }
}
