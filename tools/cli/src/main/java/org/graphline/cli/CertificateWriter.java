package org.graphline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphline.checker.Certificates;
import org.graphline.checker.certificate.Evidence;
import org.graphline.checker.engine.Options;
import org.graphline.checker.verdict.Verdict;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.WholeFile;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.report.CertificateFile;
import org.graphline.cli.report.CheckedNetwork;
import org.graphline.cli.report.Trace;
import org.graphline.model.property.Property;

/// Collects certificates of what was found to hold, and writes them to a file.
final class CertificateWriter {
  private final World world;
  private final String name;
  private final List<CertificateFile.Entry> entries = new ArrayList<>();

  CertificateWriter(World world, String name) {
    this.world = world;
    this.name = name;
  }

  /// Adds a certificate for each claim that holds and is of a kind of which there are certificates; one for what is
  /// claimed twice. Where there is none a line says so, and the outcome is that something is unknown.
  Outcome add(List<String> files, CheckedNetwork checked, Options options) {
    Outcome outcome = Outcome.AS_EXPECTED;
    Set<String> looked = new HashSet<>();
    for (Verdict verdict : checked.report().verdicts()) {
      Property claimed = verdict.claim().property();
      if (verdict instanceof Verdict.Holds && verdict.isAsExpected() && mayHaveOne(claimed)
          && looked.add(verdict.claim().text())) {
        Optional<Evidence> evidence = Certificates.of(checked.report().network(), claimed, options);
        if (evidence.isPresent()) {
          entries.add(new CertificateFile.Entry(Trace.Subject.of(files, checked), options.timers(),
              verdict.claim().text(), evidence.get()));
        } else {
          world.err().println("graphline: no certificate for '" + CheckedNetwork.claimed(verdict) + "' of "
              + checked.report().network().display() + ": it holds, but not by a proof that can be written down");
          outcome = Outcome.UNKNOWN;
        }
      }
    }
    return outcome;
  }

  private static boolean mayHaveOne(Property claimed) {
    return switch (claimed) {
      case Property.DeadlockFree _, Property.LivelockFree _, Property.Terminates _, Property.ShutsDown _ -> true;
      case Property.ErrorFree _, Property.Always _, Property.Never _, Property.LeadsTo _, Property.Can _,
          Property.Cannot _, Property.Refines _, Property.Deterministic _ -> false;
    };
  }

  /// Reports whether there is nothing to be written.
  boolean isEmpty() {
    return entries.isEmpty();
  }

  /// Writes the file. Without a certificate none is written, which a line says.
  Outcome write() throws WrongUsage {
    if (entries.isEmpty()) {
      world.err().println("graphline: no certificate was written: there is none for any claim");
      return Outcome.UNKNOWN;
    }
    Path file = world.resolve(name);
    try {
      WholeFile.write(file, CertificateFile.print(entries));
    } catch (IOException _) {
      throw new WrongUsage("cannot write " + world.display(file) + ": choose another file with --certificate");
    }
    return Outcome.AS_EXPECTED;
  }
}
