package org.graphline.checker.search;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.graphline.checker.store.Piece;

/// States to be looked at, handed out in chunks to whoever asks.
final class Level {
  /// States of a chunk: small enough for the fastest cache, large enough for handing out not to matter.
  static final int CHUNK = 256;

  private final List<Piece> pieces;
  private final int grain;
  private final long[] firstChunks;
  private final long size;
  private final AtomicLong next = new AtomicLong();

  /// A level in chunks of [#CHUNK] states.
  Level(List<Piece> pieces) {
    this(pieces, CHUNK);
  }

  Level(List<Piece> pieces, int grain) {
    this.grain = grain;
    this.pieces = pieces;
    this.firstChunks = new long[pieces.size() + 1];
    long states = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int count = pieces.get(i).size();
      states += count;
      firstChunks[i + 1] = firstChunks[i] + (count + grain - 1) / grain;
    }
    this.size = states;
  }

  List<Piece> pieces() {
    return pieces;
  }

  long size() {
    return size;
  }

  /// Hands out all chunks once more.
  void rewind() {
    next.set(0);
  }

  /// Copies the states of the next chunk to `into` and returns how many there are: none in the end.
  int take(long[] into) {
    long chunk = next.getAndIncrement();
    if (chunk >= firstChunks[pieces.size()]) {
      return 0;
    }
    int i = pieceOf(chunk);
    Piece piece = pieces.get(i);
    int first = (int) (chunk - firstChunks[i]) * grain;
    int count = Math.min(grain, piece.size() - first);
    piece.read(first, count, into);
    return count;
  }

  private int pieceOf(long chunk) {
    int low = 0;
    int high = pieces.size();
    while (high - low > 1) {
      int middle = low + high >>> 1;
      if (firstChunks[middle] <= chunk) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
