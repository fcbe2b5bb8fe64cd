package org.graphline.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The head of a file, read without parsing the rest: enough to tell which files belong together.
final class PackageClause {
  private final String text;
  private int at;

  private PackageClause(String text) {
    this.text = text;
  }

  /// Returns the package that `text` declares; empty if it declares none.
  static String packageOf(String text) {
    return new PackageClause(text).clause("package").orElse("");
  }

  /// Returns the packages that `text` imports from.
  static List<String> importedPackages(String text) {
    var head = new PackageClause(text);
    head.clause("package");
    var packages = new ArrayList<String>();
    for (var name = head.clause("import"); name.isPresent(); name = head.clause("import")) {
      int lastDot = name.get().lastIndexOf('.');
      packages.add(lastDot < 0 ? name.get() : name.get().substring(0, lastDot));
    }
    return packages;
  }

  /// Returns what stands between `word` and the next `;` without blanks, if `word` comes next.
  private Optional<String> clause(String word) {
    skipBlanks();
    int end = at + word.length();
    if (!text.startsWith(word, at) || end >= text.length() || !Character.isWhitespace(text.charAt(end))) {
      return Optional.empty();
    }
    int semicolon = text.indexOf(';', end);
    if (semicolon < 0) {
      return Optional.empty();
    }
    at = semicolon + 1;
    return Optional.of(text.substring(end, semicolon).strip());
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        at = after("\n");
      } else if (text.startsWith("/*", at)) {
        at = after("*/");
      } else {
        return;
      }
    }
  }

  private int after(String mark) {
    int found = text.indexOf(mark, at + 2);
    return found < 0 ? text.length() : found + mark.length();
  }
}
