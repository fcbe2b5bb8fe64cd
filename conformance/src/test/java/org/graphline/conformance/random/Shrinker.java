package org.graphline.conformance.random;

import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Makes a program that shows something smaller for as long as it still shows it.
public final class Shrinker {
  private static final Pattern NAME = Pattern.compile("\\b[a-z][0-9]+\\b");
  private final Predicate<String> shows;

  /// @param shows whether a text, which may not even compile, shows what is of interest
  public Shrinker(Predicate<String> shows) {
    this.shows = shows;
  }

  /// Returns the smallest program that could be found.
  public Piece shrink(Piece program) {
    Piece now = program;
    Piece before;
    do {
      before = now;
      now = dropPieces(dropNames(now));
    } while (now.size() < before.size());
    return now;
  }

  private Piece dropNames(Piece program) {
    Piece now = program;
    var names = new TreeSet<String>();
    NAME.matcher(program.text()).results().forEach(r -> names.add(r.group()));
    for (String name : names) {
      now = better(now.withoutName(name), now);
    }
    return now;
  }

  private Piece dropPieces(Piece program) {
    Piece now = program;
    for (int position = now.size() - 1; position > 0; position--) {
      if (position < now.size()) {
        now = better(now.without(position, true), better(now.without(position, false), now));
      }
    }
    return now;
  }

  private Piece better(Piece candidate, Piece now) {
    return candidate.size() < now.size() && shows.test(candidate.text()) ? candidate : now;
  }
}
