package org.graphline.dsl.parse;

import org.antlr.v4.runtime.ParserRuleContext;

/// Which items the parser gave up.
final class Broken {

  private Broken() {}

  /// Reports whether `item` was understood.
  static boolean isNot(ParserRuleContext item) {
    return item.exception == null;
  }
}
