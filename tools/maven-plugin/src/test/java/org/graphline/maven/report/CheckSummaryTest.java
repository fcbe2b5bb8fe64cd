package org.graphline.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/// What a build says in its last lines.
class CheckSummaryTest {
  @Test void saysWhatIsWrongAndWhatIsOpenAndWhere() throws XMLStreamException {
    CheckSummary summary = CheckSummary.read("""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites><testsuite name="Inn">
          <testcase name="deadlock free" classname="inn.Inn" file="inn.graphline" line="21">
            <failure message="DL-1 deadlock" type="DL">a story</failure></testcase>
          <testcase name="terminates" classname="inn.Inn" file="inn.graphline" line="22">
            <error message="unknown: time" type="unknown">nothing</error></testcase>
          <testcase name="livelock free" classname="inn.Inn" file="inn.graphline" line="23"/>
        </testsuite></testsuites>
        """);
    assertThat(summary).isEqualTo(new CheckSummary(3, java.util.List.of(
        "inn.Inn: DL-1 deadlock, claimed at inn.graphline:21"), java.util.List.of(
            "inn.Inn: unknown: time, claimed at inn.graphline:22")));
  }

  @Test void whatIsCutOffIsNoReport() {
    assertThatThrownBy(() -> CheckSummary.read("<testsuites><testsuite>")).isInstanceOf(XMLStreamException.class);
    assertThatThrownBy(() -> CheckSummary.read("")).isInstanceOf(XMLStreamException.class);
  }
}
