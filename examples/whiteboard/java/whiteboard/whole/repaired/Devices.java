package whiteboard.whole.repaired;

import org.example.whiteboard.Surface;
import org.graphline.runtime.Case;

/** Stand-ins for window, keyboard, microphone and speaker: small, and as the contracts say. */
final class Devices {
  private Devices() {}

  /** A window that shows nothing. */
  static final class Window extends Display {
    @Override
    protected void work() throws Exception {
      for (int w = 0; w < notify.length; w++) {
        here().receive(notify[w]);
        here().send(new Surface(w), displayerFeedback[w]);
      }
      int canvas = notify.length - 1;
      var cases = new Case[notify.length + 1];
      for (int w = 0; w <= canvas; w++) {
        cases[w] = receive(notify[w]);
      }
      cases[canvas + 1] = receive(events);
      while (repeat()) {
        if (here().select(cases) <= canvas) {
          here().send(screen);
        } else {
          MouseEvent e = events.letter();
          for (int w = e.kind() == MouseKind.DOWN ? 0 : canvas; w <= canvas; w++) {
            here().send(e, eventsFeedback[w]);
          }
        }
      }
    }
  }

  /** Hands on what the window system tells. */
  static final class Mouse extends EventSource {
    @Override
    protected void work() throws Exception {
      while (repeat()) {
        here().send(here().receive(device), outbox);
      }
    }
  }

  /** Whoever presses at a place that is called like a button presses the button. */
  private static boolean isAt(MouseEvent event, Object name) {
    return event.at().value().equals(name.toString());
  }

  /** A button of the palette. */
  static final class Paint extends ColorButton {
    Paint(Color color) {
      super(color);
    }

    @Override
    protected void work() throws Exception {
      here().send(displaySignal);
      here().receive(callback);
      while (repeat()) {
        if (isAt(here().receive(inbox), color)) {
          here().send(color, outbox);
        }
      }
    }
  }

  /** The eraser. */
  static final class Eraser extends EraserButton {
    @Override
    protected void work() throws Exception {
      here().send(displaySignal);
      here().receive(callback);
      while (repeat()) {
        if (isAt(here().receive(inbox), "ERASER")) {
          here().send(outbox);
        }
      }
    }
  }

  /** Clears the board, or turns the pages of all. */
  static final class Everywhere extends CommandButton {
    private final Pages pages;

    Everywhere(Op op, Pages pages) {
      super(op);
      this.pages = pages;
    }

    @Override
    protected void work() throws Exception {
      here().send(displaySignal);
      here().receive(callback);
      while (repeat()) {
        if (isAt(here().receive(inbox), "REMOTE " + op)) {
          here().send(new Command(op, pages.none()), outbox);
        }
      }
    }
  }

  /** Turns the pages here. */
  static final class Page extends PageButton {
    Page(PageMessage says) {
      super(says);
    }

    @Override
    protected void work() throws Exception {
      here().send(displaySignal);
      here().receive(callback);
      while (repeat()) {
        if (isAt(here().receive(inbox), says)) {
          here().send(says, outbox);
        }
      }
    }
  }

  /** Hands on what is typed. */
  static final class Keyboard extends ConsoleReader {
    @Override
    protected void work() throws Exception {
      while (repeat()) {
        here().send(here().receive(device), outbox);
      }
    }
  }

  /** Hands on what is heard. */
  static final class Microphone extends SoundInput {
    @Override
    protected void work() throws Exception {
      while (repeat()) {
        here().send(here().receive(device), outbox);
      }
    }
  }

  /** Plays. */
  static final class Speaker extends SoundOutput {
    @Override
    protected void work() throws Exception {
      while (repeat()) {
        here().send(here().receive(inbox), device);
      }
    }
  }
}
