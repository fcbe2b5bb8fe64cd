package org.graphline.lsp;

/// The specification of the README, with a doc comment here and there.
final class Inn {
  static final String TEXT = """
      package inn;

      /** Cooks what was paid for. */
      component Cook {
          /** What guests pay. */
          in money: signal;  out dish: signal;
          run { repeat { receive from money;  send to dish; } }
      }

      component Guest {
          out money: signal;  in dish: signal;
          run {
              for i in 1..2 { send to money; }
              for i in 1..2 { receive from dish; }
          }
      }

      graph Inn {
          cook = Cook();  guest = Guest();
          guest.money -> cook.money;
          cook.dish   -> guest.dish;
      }

      check Inn { deadlock free; }
      """;

  private Inn() {}
}
