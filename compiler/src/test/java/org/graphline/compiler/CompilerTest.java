package org.graphline.compiler;

import java.lang.reflect.Method;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.graphline.compiler.emit.GeneratedSources;
import org.graphline.model.source.Span;
import org.junit.jupiter.api.Test;

class CompilerTest {
  private final GeneratedSources hello = Compiler.compile(HelloTerms.program());

  @Test
  void makesOneFileForEachExternComponentAndGraph() {
    assertThat(hello.files()).extracting(GeneratedSources.GeneratedSource::path).containsExactly(
        "hello/Greeter.java", "hello/Hello.java", "hello/Printer.java", "hello/Words.java");
  }

  @Test
  void mirrorsTheSourceStatementByStatement() {
    assertThat(hello.file("hello/Printer.java").orElseThrow().text().lines().map(String::stripTrailing))
        .containsSubsequence(
            "    while (repeat()) {                                                      // hello.graphline:7",
            "      String s = at(8).receive(lines);                                      // hello.graphline:8",
            "      at(9); words.print(s);                                                // hello.graphline:9",
            "    }");
  }

  @Test
  void knowsWhereEachLineComesFrom() {
    GeneratedSources.GeneratedSource printer = hello.file("hello/Printer.java").orElseThrow();
    int line = 1 + printer.text().lines().toList().indexOf(
        printer.text().lines().filter(l -> l.contains("words.print")).findFirst().orElseThrow());
    assertThat(printer.map().at(line).map(Span::line)).contains(9);
    assertThat(printer.map().at(1)).isEmpty();
    assertThat(printer.map().nearest(line + 1).map(Span::place)).contains("lessons/hello.graphline:9");
  }

  @Test
  void givesTheSameTextEveryTime() {
    assertThat(Compiler.compile(HelloTerms.program())).isEqualTo(hello);
  }

  @Test
  void writesJavaThatCompilesWithoutAWarning() throws ClassNotFoundException {
    Map<String, String> sources = new TreeMap<>();
    hello.files().forEach(file -> sources.put(file.path(), file.text()));
    assertThat(JavaInMemory.compile(sources).loadClass("hello.Hello").getMethods())
        .extracting(Method::getName).contains("builder", "join", "close", "abort");
  }
}
