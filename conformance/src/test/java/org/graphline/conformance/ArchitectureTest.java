package org.graphline.conformance;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// The rules of ARCHITECTURE.md.
class ArchitectureTest {
  private static final String[] TOOLS = {"org.graphline.cli..", "org.graphline.testing..", "org.graphline.lsp.."};
  private static final String[] MAY_USE_CLOCKS = {"org.graphline.cli..", "org.graphline.testing..",
      "org.graphline.lsp..", "org.graphline.runtime.."};
  private static final JavaClasses GRAPHLINE = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
      .withImportOption(location -> !location.contains("-tests.jar")).importPackages("org.graphline");

  @Test void modulesDependOnlyAlongTheArrows() {
    layeredArchitecture().consideringOnlyDependenciesInLayers()
        .layer("model").definedBy("org.graphline.model..")
        .layer("dsl").definedBy("org.graphline.dsl..")
        .layer("checker").definedBy("org.graphline.checker..")
        .layer("compiler").definedBy("org.graphline.compiler..")
        .layer("runtime").definedBy("org.graphline.runtime..")
        .layer("cli").definedBy("org.graphline.cli..")
        .layer("testing").definedBy("org.graphline.testing..")
        .layer("lsp").definedBy("org.graphline.lsp..")
        .whereLayer("model").mayNotAccessAnyLayer()
        .whereLayer("dsl").mayOnlyAccessLayers("model")
        .whereLayer("checker").mayOnlyAccessLayers("model")
        .whereLayer("compiler").mayOnlyAccessLayers("model")
        .whereLayer("runtime").mayOnlyAccessLayers("model")
        .whereLayer("cli").mayOnlyAccessLayers("model", "dsl", "checker", "compiler")
        .whereLayer("testing").mayOnlyAccessLayers("model", "dsl", "checker", "compiler", "runtime", "cli")
        .whereLayer("lsp").mayOnlyAccessLayers("model", "dsl", "checker", "cli")
        .check(GRAPHLINE);
  }

  @Test void modelDependsOnTheJdkOnly() {
    noClasses().that().resideInAPackage("org.graphline.model..")
        .should().dependOnClassesThat().resideOutsideOfPackages("org.graphline.model..", "java..")
        .check(GRAPHLINE);
  }

  @Test void whoChecksCertificatesSharesNothingWithWhoMakesThem() {
    noClasses().that().resideInAPackage("org.graphline.checker.certificate..")
        .should().dependOnClassesThat().resideOutsideOfPackages("org.graphline.checker.certificate..",
            "org.graphline.checker.product..", "org.graphline.model..", "java..")
        .check(GRAPHLINE);
  }

  @Test void packagesAreFreeOfCycles() {
    slices().matching("org.graphline.(**)").should().beFreeOfCycles().check(GRAPHLINE);
  }

  @Test void antlrStaysInsideTheParser() {
    confine("org.antlr..", "org.graphline.dsl.parse..", "org.graphline.dsl.grammar..");
  }

  @Test void jcspStaysInsideItsAdapter() {
    confine("org.jcsp..", "org.graphline.runtime.jcsp..");
  }

  @Test void javaPoetStaysInsideTheEmitter() {
    confine("com.palantir.javapoet..", "org.graphline.compiler.emit..");
  }

  @Test void sat4jStaysInsideOnePackageOfTheChecker() {
    confine("org.sat4j..", "org.graphline.checker.sat..");
  }

  @Test void librariesOfTheCommandLineStayInsideIt() {
    confine("picocli..", "org.graphline.cli..");
    confine("tools.jackson..", "org.graphline.cli..");
    confine("org.jline..", "org.graphline.cli..");
    confine("org.eclipse.elk..", "org.graphline.cli..");
  }

  @Test void theProtocolOfEditorsStaysInsideTheLanguageServer() {
    confine("org.eclipse.lsp4j..", "org.graphline.lsp..");
    confine("com.google.gson..", "org.graphline.lsp..");
  }

  @Test void librariesForTestsStayInsideTheTestingLibrary() {
    confine("org.junit..", "org.graphline.testing..");
    confine("net.jqwik..", "org.graphline.testing..");
  }

  @Test void onlyToolsTouchStandardStreams() {
    noClasses().that().resideOutsideOfPackages(TOOLS).should(ACCESS_STANDARD_STREAMS).check(GRAPHLINE);
    noClasses().that().resideOutsideOfPackages(TOOLS).should().accessField(System.class, "in")
        .check(GRAPHLINE);
  }

  @Test void onlyToolsTouchFilesAndEndTheJvm() {
    noClasses().that().resideOutsideOfPackages(TOOLS)
        .should().dependOnClassesThat().haveNameMatching(
            "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)"
                + "|java\\.nio\\.file\\.Files|java\\.nio\\.channels\\.FileChannel")
        .orShould().callMethodWhere(target(are(owner(are(nameMatching("java\\.lang\\.(System|Runtime)")))))
            .and(target(are(nameMatching("exit|halt")))))
        .check(GRAPHLINE);
  }

  @Test void onlyToolsAndTheRuntimeKnowTheTime() {
    noClasses().that().resideOutsideOfPackages(MAY_USE_CLOCKS)
        .should().callMethod(System.class, "nanoTime")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(Instant.class, "now")
        .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
        .check(GRAPHLINE);
  }

  @Test void chanceIsAParameter() {
    noClasses().that().resideOutsideOfPackages(MAY_USE_CLOCKS)
        .should().callMethod(Math.class, "random")
        .orShould().callConstructor(Random.class)
        .orShould().dependOnClassesThat().areAssignableTo(ThreadLocalRandom.class)
        .check(GRAPHLINE);
  }

  @Test void modelAndSyntaxTreeAreImmutable() {
    fields().that().areDeclaredInClassesThat()
        .resideInAnyPackage("org.graphline.model..", "org.graphline.dsl.ast..")
        .should().beFinal().check(GRAPHLINE);
  }

  @Test void namesSayWhatThingsAre() {
    noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)$")
        .orShould().haveSimpleNameStartingWith("Abstract")
        .check(GRAPHLINE);
  }

  private static void confine(String library, String... homes) {
    noClasses().that().resideOutsideOfPackages(homes)
        .should().dependOnClassesThat().resideInAPackage(library).check(GRAPHLINE);
  }
}
