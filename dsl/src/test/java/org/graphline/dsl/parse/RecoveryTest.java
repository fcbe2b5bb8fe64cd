package org.graphline.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.graphline.dsl.Specs;
import org.graphline.dsl.ast.Declaration;
import org.graphline.dsl.ast.SyntaxTree;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is reported for broken texts, as `line:column code message`, and what survives in the tree.
class RecoveryTest {

  @Test
  void saysThatAReservedWordIsNoName() {
    assertRejected(
        "component C { in  in: Blob; run { stop; } }", "1:19 GL0104 `in` cannot be used as a name here");
    assertRejected(
        "record R { type: Kind; body: Blob; }", "1:12 GL0104 `type` cannot be used as a name here");
    assertRejected("graph G { select = C(); }", "1:11 GL0104 `select` cannot be used as a name here");
  }

  @Test
  void reportsEachMistakeOfAFileOnce() {
    assertRejected(
        """
        component A {
            in x: text
            run {
                let a = 3
                receive b frm x;
                send b two y;
                Words.print(b)
            }
        }
        check G { deadlock free }
        """,
        """
        2:15 GL0114 a `;` is missing
        4:18 GL0114 a `;` is missing
        5:19 GL0101 expected `from`, found `frm`
        6:16 GL0101 expected `to`, found `two`
        7:23 GL0114 a `;` is missing
        10:24 GL0114 a `;` is missing""");
  }

  @Test
  void namesConstructsInsteadOfTokens() {
    assertRejected("const A = ;", "1:11 GL0101 expected an expression, found `;`");
    assertRejected("const = 1;", "1:7 GL0101 expected a name, found `=`");
    assertRejected("record R { x: ; }", "1:15 GL0101 expected a type, found `;`");
    assertRejected("component C { run { send 1 to ; } }", "1:31 GL0101 expected a port, found `;`");
    assertRejected("check G { deadlock; }", "1:19 GL0101 expected `free` or `leads`, found `;`");
    assertRejected(
        "component C { run { else { } } }", "1:21 GL0101 expected a statement or `}`, found `else`");
  }

  @Test
  void pointsAtTheBraceThatIsNotClosed() {
    assertRejected(
        "component A {\n  run {\n    stop;\n  }\ncomponent B { run { stop; } }",
        "1:13 GL0115 this `{` is never closed");
    assertRejected("graph G {\n", "1:9 GL0115 this `{` is never closed");
  }

  @Test
  void pointsAtTheBraceThatClosesNothing() {
    assertRejected("graph G { } }\ngraph H { }", "1:13 GL0115 this `}` closes nothing");
  }

  @Test
  void reportsADeclarationWhoseBracesDoNotBalanceOnce() {
    assertRejected(
        """
        component A {
            run {
                repeat select
                    receive x from p => stop;
                    after 20ms => stop;
                }
            }
        }
        graph G { a -> ; }
        """,
        """
        4:13 GL0101 expected `{`, found `receive`
        9:16 GL0101 expected a desk or a port, found `;`""");
  }

  @Test
  void goesOnAfterAReservedWordInPlaceOfAName() {
    assertRejected(
        "graph component Peer { a = B(); a -> ; }", "1:7 GL0104 `component` cannot be used as a name here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "farm"})
  void seldomReportsAMissingWordTwice(String name) {
    var source = Specs.named(name);
    var counts = new ArrayList<Integer>();
    for (var word : Lexeme.of(source)) {
      var text = source.text().substring(0, word.span().start()) + source.text().substring(word.span().end());
      counts.add(Parser.parse(new SourceFile("a", text)).diagnostics().size());
    }
    assertThat(counts).allMatch(count -> count <= 2);
    assertThat(counts.stream().filter(count -> count == 2).count()).isLessThan(counts.size() / 20);
  }

  @Test
  void goesOnAfterABrokenDeclaration() {
    var tree = tree("const A = ;\nconst B = 2;\ngraph ( { }\nconst C = 3;");
    assertThat(tree.declarations())
        .extracting(d -> ((Declaration.Named) d).name().text())
        .containsExactly("B", "C");
  }

  @Test
  void keepsTheSoundStatementsOfABrokenBody() {
    var tree = tree("component A { run { stop; send ; mark m; x = { 3 }; stop; } }");
    var component = (Declaration.Component) tree.declarations().getFirst();
    assertThat(component.body().orElseThrow().block().statements()).hasSize(3);
  }

  @Test
  void guessesMisspelledWords() {
    assertHelps("componnent A { }", "did you mean `component`?");
    assertHelps("component A { run { recieve x from p; } }", "did you mean `receive`?");
    assertHelps("component A { run { receive x form p; } }", "did you mean `from`?");
    assertHelps("component A { run { whlie (true) { } } }", "did you mean `while`?");
    assertHelps("check G { deadlok free; }", "did you mean `deadlock`?");
  }

  @Test
  void advisesOnFrequentSlips() {
    assertHelps("component A { run { if (x) stop; } }", "put braces round it: `{ … }`");
    assertHelps("graph G { send x to y; }", "statements stand in the `run` of a component");
    assertHelps("component A { run { x += 1; } }", "write it out: `x = x + 1;`");
    assertHelps("component A { run { x++; } }", "write it out: `x = x + 1;`");
    assertHelps("component A { run { if (a = b) { } } }", "two values are compared with `==`");
    assertHelps(
        "component A { run { print(x); } }", "a Java function is called through its extern: `Words.print(…)`");
    assertHelps("const A = 1; # one", "a comment starts with `//`");
    assertHelps("const A = b & c;", "`and` is written `&&`");
    assertHelps("const A = 'x';", "a text stands between `\"` and `\"`");
    assertHelps("graph G { a → b; }", "an arrow is written `->`");
  }

  @Test
  void doesNotStumbleOverBadLettersTwice() {
    assertRejected(
        "component A {\n  run {\n    send \"abc to x;\n    send \"d\" to x;\n  }\n}",
        "3:10 GL0102 this text has no closing `\"` on its line");
    assertRejected("graph G { /* oops\n }", "1:11 GL0103 this comment is never closed");
    assertRejected(
        "const A = 5sec + 1;", "1:11 GL0101 `5sec` is neither a number nor a duration");
  }

  @Test
  void reportsLateAndPlaceAsNotYetThere() {
    assertRejected(
        "graph G { late p[2] = P(); place p on x; }",
        """
        1:11 GL0111 `late` comes after the first release
        1:28 GL0111 `place` comes after the first release""");
  }

  private static SyntaxTree tree(String text) {
    return Parser.parse(new SourceFile("a", text)).tree();
  }

  private static void assertRejected(String text, String expected) {
    var actual =
        Parser.parse(new SourceFile("a.graphline", text)).diagnostics().stream()
            .map(d -> {
              var span = d.primary().span();
              return span.line() + ":" + span.column() + " " + d.id().code() + " " + d.message();
            })
            .collect(Collectors.joining("\n"));
    assertThat(actual).isEqualTo(expected);
  }

  private static void assertHelps(String text, String help) {
    var diagnostics = Parser.parse(new SourceFile("a.graphline", text)).diagnostics();
    assertThat(diagnostics).hasSize(1);
    assertThat(diagnostics.getFirst().help()).contains(help);
  }
}
