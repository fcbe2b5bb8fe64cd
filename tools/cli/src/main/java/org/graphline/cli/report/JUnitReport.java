package org.graphline.cli.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.graphline.checker.verdict.Verdict;
import org.graphline.cli.console.Ink;
import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.dsl.diagnostic.Style;
import org.graphline.model.network.Network;

/// What a check found out as JUnit XML, which build servers show: each network is a suite, each property a test case, the
/// story the text of its failure. What is unknown is an error, never a pass; what does not compile is one too.
public final class JUnitReport {
  private static final Ink PLAIN = new Ink(new Style(Style.Characters.ALL, Style.Colors.OFF));

  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /// Returns the text of the document.
  public static String render(List<CheckedNetwork> checked, List<Diagnostic> diagnostics) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JUnitReport(xml).write(checked, diagnostics.stream().filter(Diagnostic::isError).toList());
      xml.close();
    } catch (XMLStreamException e) {
      throw new AssertionError("writing to memory cannot fail", e);
    }
    return text.append('\n').toString();
  }

  private void write(List<CheckedNetwork> checked, List<Diagnostic> errors) throws XMLStreamException {
    List<Verdict> all = checked.stream().flatMap(c -> c.report().verdicts().stream()).toList();
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    attribute("name", "graphline");
    counts(all, errors.size());
    if (!errors.isEmpty()) {
      compilation(errors);
    }
    for (CheckedNetwork network : checked) {
      suite(network);
    }
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void counts(List<Verdict> verdicts, int errors) throws XMLStreamException {
    attribute("tests", Integer.toString(verdicts.size() + errors));
    attribute("failures", Long.toString(verdicts.stream().filter(JUnitReport::isFailure).count()));
    attribute("errors", Long.toString(verdicts.stream().filter(Verdict.Undecided.class::isInstance).count() + errors));
    attribute("skipped", "0");
  }

  private static boolean isFailure(Verdict verdict) {
    return !(verdict instanceof Verdict.Undecided) && !verdict.isAsExpected();
  }

  private void compilation(List<Diagnostic> errors) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", "compilation");
    counts(List.of(), errors.size());
    attribute("time", "0");
    for (Diagnostic error : errors) {
      line(2);
      xml.writeStartElement("testcase");
      attribute("name", error.primary().span().place() + " " + error.id().code());
      attribute("classname", "compilation");
      attribute("time", "0");
      String help = error.help().map(h -> "\n" + h).orElse("");
      message("error", error.message(), error.id().code(), error.primary().span().place() + "\n" + error.message() + help);
      line(2);
      xml.writeEndElement();
    }
    line(1);
    xml.writeEndElement();
  }

  private void suite(CheckedNetwork checked) throws XMLStreamException {
    Network network = checked.report().network();
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", network.display() + checked.title().map(t -> ": " + t).orElse(""));
    counts(checked.report().verdicts(), 0);
    attribute("time", seconds(checked.report().statistics().seconds()));
    attribute("file", checked.file());
    List<Verdict> verdicts = checked.report().verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      testCase(checked, verdicts.get(i), i);
    }
    line(1);
    xml.writeEndElement();
  }

  private void testCase(CheckedNetwork checked, Verdict verdict, int index) throws XMLStreamException {
    Network network = checked.report().network();
    line(2);
    xml.writeStartElement("testcase");
    attribute("name", CheckedNetwork.claimed(verdict) + checked.title().map(t -> " (" + t + ")").orElse(""));
    String arguments = network.arguments().isEmpty() ? "" : "(" + String.join(", ", network.arguments()) + ")";
    attribute("classname", network.graph() + arguments);
    attribute("time", seconds(verdict.statistics().seconds()));
    attribute("file", verdict.claim().span().file());
    attribute("line", Integer.toString(verdict.claim().span().line()));
    switch (verdict) {
      case Verdict.Undecided(_, var reason, _, _) -> message("error", "unknown: " + reason.display(), "unknown",
          "nothing is known of the property: " + reason.display());
      case Verdict.Violated violated when !verdict.isAsExpected() -> message("failure",
          checked.names().get(index).orElseThrow() + " " + StoryText.shortTitle(violated.counterexample()),
          violated.counterexample().finding().code(),
          StoryText.tell(network, violated.counterexample(), PLAIN));
      case Verdict.Holds _ when !verdict.isAsExpected() -> message("failure", "it holds, though it was claimed not to",
          "HOLDS", verdict.claim().span().place());
      case Verdict.Violated _, Verdict.Holds _ -> { }
    }
    xml.writeEndElement();
  }

  private void message(String kind, String message, String type, String text) throws XMLStreamException {
    line(3);
    xml.writeStartElement(kind);
    attribute("message", message);
    attribute("type", type);
    xml.writeCharacters(valid(text));
    xml.writeEndElement();
    line(2);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, valid(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /// XML has no way to write most control characters.
  private static String valid(String text) {
    var valid = new StringBuilder();
    text.codePoints().map(c -> c < ' ' && c != '\n' && c != '\t' || c == 0xFFFE || c == 0xFFFF
        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c).forEach(valid::appendCodePoint);
    return valid.toString();
  }
}
