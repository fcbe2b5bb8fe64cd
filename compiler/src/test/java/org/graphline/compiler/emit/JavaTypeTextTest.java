package org.graphline.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaTypeTextTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "com.acme.Job | com.acme.Job",
      "Job | Job",
      "java.util.Map.Entry<java.lang.String, byte[]> | java.util.Map.Entry<java.lang.String, byte[]>",
      "int[][] | int[][]",
      "int | java.lang.Integer",
      "java.util.List<java.util.Set<a.B>>[] | java.util.List<java.util.Set<a.B>>[]"})
  void readsClassesArraysAndTypeArguments(String text, String type) {
    assertThat(JavaTypeText.parse(text)).hasToString(type);
  }
}
