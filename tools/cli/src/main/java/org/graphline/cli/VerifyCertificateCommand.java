package org.graphline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.graphline.checker.Certificates;
import org.graphline.checker.certificate.Certificate;
import org.graphline.checker.certificate.Refused;
import org.graphline.checker.certificate.Runs;
import org.graphline.cli.console.Outcome;
import org.graphline.cli.console.Whereabouts;
import org.graphline.cli.console.Words;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.cli.report.CertificateFile;
import org.graphline.dsl.elaborate.Elaboration;
import org.graphline.model.property.Claim;
import org.graphline.model.property.Property;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `graphline verify-certificate`.
@Command(name = "verify-certificate", mixinStandardHelpOptions = true,
    description = {"Checks the certificates that `graphline check --certificate` wrote.",
        "The specifications are read again from where they were; what the certificates say of them is checked",
        "by code of its own, which looks at each claim once and searches for nothing."},
    footerHeading = "%nExamples:%n", footer = {
        "  graphline check table.graphline --engine proofs --certificate table.json",
        "  graphline verify-certificate table.json",
        "",
        "Exit codes: 0 all are accepted, 1 one is refused, 64 wrong usage, 70 internal error."})
final class VerifyCertificateCommand implements Callable<Integer> {
  private static final long LARGEST = 1L << 30;

  private final World world;
  private final Whereabouts whereabouts;

  @Parameters(paramLabel = "FILE", description = "What `check --certificate` wrote.")
  private String name;

  VerifyCertificateCommand(World world, Whereabouts whereabouts) {
    this.world = world;
    this.whereabouts = whereabouts;
  }

  @Override
  public Integer call() throws WrongUsage {
    Outcome outcome = Outcome.AS_EXPECTED;
    try {
      for (CertificateFile.Entry entry : CertificateFile.read(text())) {
        whereabouts.at("verifying a certificate of " + entry.subject().graph());
        outcome = outcome.and(verify(entry));
      }
    } catch (CertificateFile.Unreadable e) {
      world.out().println("refused   " + name + ": " + e.getMessage());
      outcome = Outcome.NOT_AS_EXPECTED;
    }
    return outcome.exitCode();
  }

  private String text() throws WrongUsage {
    Path file = world.resolve(name);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new WrongUsage("there is no certificate file " + name);
      }
      return Files.readString(file);
    } catch (IOException _) {
      throw new WrongUsage("cannot read " + name);
    }
  }

  private boolean isThere(String file) {
    try {
      return Files.exists(world.resolve(file));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private Outcome verify(CertificateFile.Entry entry) throws WrongUsage {
    for (String file : entry.subject().files()) {
      if (!isThere(file)) {
        throw new WrongUsage("the certificate is about " + file + ", which is not there any more");
      }
    }
    String what = entry.subject().check().file() + "  " + entry.subject().graph()
        + (entry.subject().arguments().isEmpty() ? "" : "(" + String.join(", ", entry.subject().arguments()) + ")")
        + "  " + entry.property();
    try {
      Elaboration elaboration = CheckedAgain.elaborated(world, entry.subject())
          .orElseThrow(() -> new Refused("the check is not there any more, or does not compile"));
      Property claimed = elaboration.claims().stream().filter(c -> !c.negated() && c.text().equals(entry.property()))
          .map(Claim::property).findFirst().orElseThrow(() -> new Refused("the check does not claim that"));
      Certificates.verify(elaboration.network().orElseThrow(), entry.timers(), claimed, entry.evidence());
      var parts = new ArrayList<String>();
      entry.evidence().deadlock().ifPresent(c -> parts.add(told(c)));
      entry.evidence().runs().ifPresent(r -> parts.add(told(r)));
      world.out().println("accepted  " + what + ": " + String.join("; ", parts));
      return Outcome.AS_EXPECTED;
    } catch (Refused e) {
      world.out().println("refused   " + what + ": " + e.getMessage());
      return Outcome.NOT_AS_EXPECTED;
    }
  }

  private static String told(Certificate certificate) {
    return Words.count(certificate.pairs().size(), "pair") + " of neighbors, "
        + certificate.refutation().map(r -> Words.count(r.lemmas().size(), "lemma"))
            .orElseGet(() -> Words.count(certificate.stuck().size(), "local state") + " ruled out")
        + certificate.ranking().map(r -> ", " + Words.count(r.waits().size(), "wait") + " ranked").orElse("");
  }

  private static String told(Runs runs) {
    int changes = 0;
    int values = 0;
    int sums = 0;
    for (Runs.Round round : runs.rounds()) {
      switch (round) {
        case Runs.Local local -> {
          changes += local.changes().size();
          values += local.values().size();
        }
        case Runs.Sum _ -> sums++;
      }
    }
    return Words.count(changes, "change") + (values > 0 ? ", " + Words.count(values, "value") : "")
        + (sums > 0 ? ", " + Words.count(sums, "sum") : "") + " in " + Words.count(runs.rounds().size(), "round");
  }
}
