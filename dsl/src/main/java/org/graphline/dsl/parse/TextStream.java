package org.graphline.dsl.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import org.graphline.model.source.SourceFile;

/// The text of a file as ANTLR reads it, counted in UTF-16 units like our spans. (ANTLR's own streams count
/// code points.)
final class TextStream implements CharStream {

  private final SourceFile source;
  private final String text;
  private int position;

  TextStream(SourceFile source) {
    this.source = source;
    this.text = source.text();
  }

  @Override
  public void consume() {
    if (position >= text.length()) {
      throw new IllegalStateException("cannot consume the end of the file");
    }
    position++;
  }

  @Override
  public int LA(int i) {
    int at = i > 0 ? position + i - 1 : position + i;
    return i == 0 ? 0 : at < 0 || at >= text.length() ? IntStream.EOF : text.charAt(at);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // the whole text is at hand, so there is nothing to let go of
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = Math.min(index, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return source.name();
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.clamp(interval.b + 1, interval.a, text.length()));
  }
}
