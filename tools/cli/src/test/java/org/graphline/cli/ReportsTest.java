package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports for code scanning and build servers, read by what reads them.
class ReportsTest {
  private static final List<String> SPECS = List.of("expected", "farm", "livelock", "mistakes", "seen", "wide");

  @TempDir
  private Path folder;
  private Session session;

  @BeforeEach
  void copySpecs() throws IOException {
    Folders.copy(Folders.SPECS, folder.resolve("specs"));
    session = new Session(folder.resolve("specs"));
  }

  private static Schema sarif() throws IOException {
    try (InputStream in = ReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(in);
    }
  }

  private Session.Result check(String format, String spec) {
    return session.run("check", spec + ".graphline", "--format", format, "--max-states", "100", "--threads", "1",
        "--engine", "search", "--no-reduce");
  }

  @Test void sarifIsValid() throws IOException {
    Schema schema = sarif();
    for (String spec : SPECS) {
      Session.Result result = check("sarif", spec);
      assertThat(result.err()).isEmpty();
      assertThat(schema.validate(result.out(), InputFormat.JSON)).as(spec).isEmpty();
    }
    assertThat(schema.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON)).isNotEmpty();
  }

  @Test void sarifHasTheStoryAndWhoWaits() throws IOException {
    Golden.check("farm.sarif", check("sarif", "farm").out());
    JsonNode result = JsonMapper.shared().readTree(check("sarif", "farm").out()).path("runs").path(0).path("results")
        .path(0);
    assertThat(result.path("ruleId").asString()).isEqualTo("DL");
    assertThat(result.path("locations").path(0).path("physicalLocation").path("artifactLocation").path("uri").asString())
        .isEqualTo("farm.graphline");
    assertThat(result.path("relatedLocations")).isNotEmpty();
    assertThat(result.path("codeFlows").path(0).path("threadFlows").path(0).path("locations")).isNotEmpty();
  }

  @Test void theFingerprintOfAFindingStaysWhereLinesMove() throws IOException {
    String before = fingerprint();
    Path spec = folder.resolve("specs/farm.graphline");
    Files.writeString(spec, "// one more line\n" + Files.readString(spec));
    assertThat(fingerprint()).isEqualTo(before).hasSize(32);
    Files.writeString(spec, Files.readString(spec).replace("graph Farm", "graph Barn").replace("check Farm", "check Barn"));
    assertThat(fingerprint()).isNotEqualTo(before);
  }

  private String fingerprint() {
    return JsonMapper.shared().readTree(check("sarif", "farm").out()).path("runs").path(0).path("results").path(0)
        .path("partialFingerprints").path("graphlineFinding/v1").asString("");
  }

  private List<ReportTestSuite> surefire(String spec) throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports-" + spec));
    Files.writeString(reports.resolve("TEST-" + spec + ".xml"), check("junit", spec).out());
    return new SurefireReportParser(new ArrayList<>(List.of(reports.toFile())), new NullConsoleLogger())
        .parseXMLReportFiles();
  }

  @Test void junitXmlIsReadBySurefiresOwnReport() throws Exception {
    List<ReportTestCase> cases = surefire("farm").stream().flatMap(s -> s.getTestCases().stream()).toList();
    assertThat(cases).anySatisfy(c -> {
      assertThat(c.getName()).isEqualTo("deadlock free");
      assertThat(c.hasFailure()).isTrue();
      assertThat(c.getFailureMessage()).startsWith("DL-1 deadlock, certain, after 2 steps");
      assertThat(c.getFailureDetail()).contains("who waits for whom", "farm.graphline:");
    });
    assertThat(surefire("expected").stream().flatMap(s -> s.getTestCases().stream()))
        .anySatisfy(c -> assertThat(c.getName() + c.isSuccessful()).isEqualTo("not deadlock freetrue"))
        .anySatisfy(c -> assertThat(c.getName() + c.getFailureMessage())
            .isEqualTo("not error freeit holds, though it was claimed not to"));
  }

  @Test void whatIsUnknownOrDoesNotCompileIsNoSuccess() throws Exception {
    assertThat(surefire("wide").stream().flatMap(s -> s.getTestCases().stream())).anyMatch(ReportTestCase::hasError);
    assertThat(surefire("mistakes").stream().flatMap(s -> s.getTestCases().stream())).isNotEmpty()
        .allMatch(ReportTestCase::hasError);
  }

  @Test void reportsGoToFilesBesideTheText() throws IOException {
    Session.Result text = session.run("check", "farm.graphline");
    Session.Result both = session.run("check", "farm.graphline", "--also", "sarif=out/farm.sarif", "--also",
        "junit=out/farm.xml", "--also", "json=out/farm.json");
    assertThat(both).isEqualTo(text);
    assertThat(folder.resolve("specs/out/farm.sarif")).content().contains("\"DL\"");
    assertThat(folder.resolve("specs/out/farm.xml")).content().startsWith("<?xml").contains("<failure");
    assertThat(folder.resolve("specs/out/farm.json")).content().contains("\"results\"");
    session.run("check", "farm.graphline", "--also", "json=out/a.json", "--also", "json=out/b.json");
    assertThat(folder.resolve("specs/out/a.json")).hasSameTextualContentAs(folder.resolve("specs/out/b.json"));
    for (String wrong : List.of("text=x.txt", "json", "json=", "=x", "yaml=x.yaml")) {
      assertThat(session.run("check", "farm.graphline", "--also", wrong).code()).as(wrong).isEqualTo(64);
    }
    assertThat(session.run("check", "farm.graphline", "--also", "sarif=farm.graphline/x").code()).isEqualTo(64);
  }
}
