package org.graphline.checker.search;

import java.util.List;
import org.graphline.checker.store.Piece;

/// States found together: by the steps that count of the level before, or by the others of the round before.
///
/// @param depth   of the level they belong to
/// @param counted whether steps that count led to them
record Round(long depth, boolean counted, List<Piece> pieces) {}
