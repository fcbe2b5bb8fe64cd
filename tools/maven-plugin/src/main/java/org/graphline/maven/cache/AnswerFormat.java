package org.graphline.maven.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/// How an answer is written to a file: a SHA-256 of all that follows; then the name of the format, the key, and the
/// answer. Whatever was cut off or changed does not fit its SHA-256 and is not read.
final class AnswerFormat {
  /// The name of the format: another one whenever the format changes.
  static final String NAME = "graphline answer 1";

  private AnswerFormat() {}

  /// Returns the bytes that stand for `answer` under `key`.
  static byte[] write(String key, Answer answer) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      text(out, NAME);
      text(out, key);
      out.writeInt(answer.exitCode());
      out.writeInt(answer.text().size());
      for (String line : answer.text()) {
        text(out, line);
      }
      out.writeInt(answer.files().size());
      for (var file : answer.files().entrySet()) {
        text(out, file.getKey());
        block(out, file.getValue());
      }
    }
    byte[] body = bytes.toByteArray();
    return ByteBuffer.allocate(Fingerprint.LENGTH + body.length).put(Fingerprint.of(body)).put(body).array();
  }

  /// Returns the answer that `bytes` stand for; empty if they are not whole, or stand for another key.
  static Optional<Answer> read(String key, byte[] bytes) {
    if (bytes.length < Fingerprint.LENGTH) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOfRange(bytes, Fingerprint.LENGTH, bytes.length);
    if (!Arrays.equals(Fingerprint.of(body), Arrays.copyOf(bytes, Fingerprint.LENGTH))) {
      return Optional.empty();
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
      if (!text(in).equals(NAME) || !text(in).equals(key)) {
        return Optional.empty();
      }
      int exitCode = in.readInt();
      var lines = new ArrayList<String>();
      for (int left = in.readInt(); left > 0; left--) {
        lines.add(text(in));
      }
      var files = new TreeMap<String, byte[]>();
      for (int left = in.readInt(); left > 0; left--) {
        files.put(text(in), block(in));
      }
      return Optional.of(new Answer(exitCode, lines, files));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    block(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(block(in), StandardCharsets.UTF_8);
  }

  private static void block(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] block(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a block of " + length + " bytes where " + in.available() + " are left");
    }
    return in.readNBytes(length);
  }
}
