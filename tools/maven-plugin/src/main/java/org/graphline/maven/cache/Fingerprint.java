package org.graphline.maven.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A SHA-256 over a sequence of texts and byte arrays, in which every part is told from its neighbors.
public final class Fingerprint {
  /// The length of a fingerprint in bytes.
  public static final int LENGTH = 32;

  private final MessageDigest digest = sha256();

  /// Adds a text.
  public Fingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds texts, and how many they are.
  public Fingerprint addAll(List<String> texts) {
    add(Integer.toString(texts.size()));
    texts.forEach(this::add);
    return this;
  }

  /// Adds bytes.
  public Fingerprint add(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  /// Returns the fingerprint of all that was added, and starts anew.
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Returns the SHA-256 of `bytes`.
  public static byte[] of(byte[] bytes) {
    return sha256().digest(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
