package org.graphline.checker.certificate;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.graphline.checker.product.Atom;
import org.graphline.checker.product.Clause;
import org.graphline.checker.product.Field;
import org.graphline.checker.product.Lead;
import org.graphline.checker.product.Offer;
import org.graphline.checker.product.Product;
import org.graphline.checker.product.Standing;
import org.graphline.checker.product.Table;
import org.graphline.checker.product.Update;

/// What a network is, as far as deadlocks are concerned, in 64 hexadecimal digits (SHA-256): fields, offers and waits. Names,
/// places in the text and comments do not count.
public final class Fingerprint {
  private final DataOutputStream out;

  private Fingerprint(DataOutputStream out) {
    this.out = out;
  }

  /// Returns the fingerprint of the network behind the product.
  public static String of(Product product) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var out = new DataOutputStream(
          new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), 1 << 16))) {
        new Fingerprint(out).put(product);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(Product product) throws IOException {
    out.writeInt(product.instances());
    out.writeBoolean(product.patient());
    out.writeInt(product.fields().size());
    for (Field field : product.fields()) {
      out.writeUTF(field.kind().name());
      out.writeInt(field.size());
    }
    for (int value : product.initial()) {
      out.writeInt(value);
    }
    for (Lead lead : product.leads()) {
      out.writeInt(lead.field());
      for (List<Offer> offers : lead.offers()) {
        out.writeInt(offers.size());
        for (Offer offer : offers) {
          put(offer);
        }
      }
    }
    for (List<Standing> standings : product.standings()) {
      for (Standing standing : standings) {
        put(standing);
      }
    }
    out.writeBoolean(product.closing().isPresent());
    if (product.closing().isPresent()) {
      put(product.closing().get());
    }
  }

  private void put(Offer offer) throws IOException {
    out.writeUTF(offer.fairness().name());
    out.writeBoolean(offer.isTimer());
    out.writeInt(offer.moves().size());
    for (int instance : offer.moves()) {
      out.writeInt(instance);
    }
    out.writeInt(offer.guard().size());
    for (Clause clause : offer.guard()) {
      put(clause.atoms());
    }
    out.writeInt(offer.updates().size());
    for (Update update : offer.updates()) {
      put(update);
    }
  }

  private void put(Update update) throws IOException {
    out.writeInt(update.field());
    switch (update) {
      case Update.Set(_, int value) -> {
        out.writeByte('=');
        out.writeInt(value);
      }
      case Update.Map(_, Table table) -> {
        out.writeByte('m');
        put(table);
      }
      case Update.Via(_, int source, Table letter, Table next) -> {
        out.writeByte('v');
        out.writeInt(source);
        put(letter);
        put(next);
      }
      case Update.Clear(_, List<Atom> when) -> {
        out.writeByte('0');
        put(when);
      }
    }
  }

  private void put(Standing standing) throws IOException {
    out.writeBoolean(standing.isLive());
    out.writeBoolean(standing.isFaulty());
    out.writeBoolean(standing.rests());
    out.writeInt(standing.needs().size());
    for (Standing.Need need : standing.needs()) {
      out.writeBoolean(need.all());
      out.writeInt(need.supporters().size());
      for (Standing.Supporter supporter : need.supporters()) {
        out.writeInt(supporter.instance());
        put(supporter.atom());
      }
      put(need.environment());
    }
  }

  private void put(List<Atom> atoms) throws IOException {
    out.writeInt(atoms.size());
    for (Atom atom : atoms) {
      put(atom);
    }
  }

  private void put(Atom atom) throws IOException {
    out.writeInt(atom.field());
    put(atom.table());
  }

  private void put(Table table) throws IOException {
    out.writeInt(table.size());
    for (int i = 0; i < table.size(); i++) {
      out.writeInt(table.at(i));
    }
  }
}
