package org.graphline.maven.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What a report in JUnit XML says in short.
///
/// @param properties how many properties were looked at
/// @param findings   a line for each that is not as expected, with the place of the claim
/// @param undecided  a line for each of which nothing is known, with the place of the claim
public record CheckSummary(int properties, List<String> findings, List<String> undecided) {
  public CheckSummary {
    findings = List.copyOf(findings);
    undecided = List.copyOf(undecided);
  }

  /// Returns what `xml` says.
  ///
  /// @throws XMLStreamException if it is not a report
  public static CheckSummary read(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
    var findings = new ArrayList<String>();
    var undecided = new ArrayList<String>();
    int properties = 0;
    String subject = "";
    String place = "";
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "testcase" -> {
            properties++;
            subject = attribute(reader, "classname");
            place = attribute(reader, "file") + ":" + attribute(reader, "line");
          }
          case "failure" -> findings.add(subject + ": " + attribute(reader, "message") + ", claimed at " + place);
          case "error" -> undecided.add(subject + ": " + attribute(reader, "message") + ", claimed at " + place);
          default -> { }
        }
      }
    }
    return new CheckSummary(properties, findings, undecided);
  }

  private static String attribute(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
