package org.graphline.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphline.dsl.Specs;
import org.graphline.dsl.Trees;
import org.graphline.dsl.diagnostic.DiagnosticId;
import org.graphline.dsl.parse.Parser;
import org.graphline.model.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FormatterTest {

  static final List<String> SPECS = Specs.NAMES;

  @ParameterizedTest
  @FieldSource("SPECS")
  void formatsTheSpecificationsOnceAndForAll(String name) {
    var source = Specs.named(name);
    var once = Formatter.format(source).text().orElseThrow();
    assertThat(format(once)).isEqualTo(once);
    assertThat(shape(new SourceFile("a", once))).isEqualTo(shape(source));
  }

  @Test
  void laysOutAnUglyFile() {
    assertFormats(
        """
        package   a . b ;
        import a.*;


        component Shouter{in quiet:text;
        out loud :text; run{repeat{receive s from quiet;
        if(s==x){stop;}else{mark m;}
           send Words . shout( s,t ) to loud;}}}
        graph Hello{ Greeter()->Shouter()->[ 4 ]Printer( ); }
        """,
        """
        package a.b;
        import a.*;

        component Shouter {
            in  quiet: text;
            out loud: text;
            run {
                repeat {
                    receive s from quiet;
                    if (s == x) { stop; } else { mark m; }
                    send Words.shout(s, t) to loud;
                }
            }
        }
        graph Hello { Greeter() -> Shouter() ->[4] Printer(); }
        """);
  }

  @Test
  void keepsShortBlocksOnTheirLine() {
    assertUnchanged("component A { in x: text;  run { repeat { receive y from x;  stop; } } }\n");
  }

  @Test
  void breaksBlocksThatAreTooLongForALine() {
    var long1 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    assertFormats(
        "component A { run { send " + long1 + " to " + long1 + "; send " + long1 + " to " + long1 + "; } }\n",
        """
        component A {
            run {
                send LONG to LONG;
                send LONG to LONG;
            }
        }
        """.replace("LONG", long1));
  }

  @Test
  void putsEachCaseOnALineOfItsOwn() {
    assertFormats(
        "component A { run { select { receive x from p => stop; for i in 0..1 { end q[i] => { } } else => { } } } }",
        """
        component A {
            run {
                select {
                    receive x from p => stop;
                    for i in 0..1 {
                        end q[i] => { }
                    }
                    else => { }
                }
            }
        }
        """);
  }

  @Test
  void keepsSingleEmptyLines() {
    assertFormats("\n\nconst A = 1;\n\n\n\nconst B = 2;\nconst C = 3;\n\n", "const A = 1;\n\nconst B = 2;\nconst C = 3;\n");
    assertFormats("graph G {\n\n  a -> b;\n\n  c -> d;\n\n}", "graph G {\n    a -> b;\n\n    c -> d;\n}\n");
  }

  @Test
  void keepsCommentsWhereTheyAre() {
    assertFormats(
        """
        // file

        /* license */
        /**
             * Doc.
           */
        graph G {// opened
        // first
          a -> b;// wire
                // between

          /* before */ c -> d; /* after */

          // last
        }// closed
        // end
        """,
        """
        // file

        /* license */
        /**
         * Doc.
         */
        graph G {  // opened
            // first
            a -> b;  // wire
            // between

            /* before */ c -> d; /* after */

            // last
        }  // closed
        // end
        """);
  }

  @Test
  void keepsCommentsInOddPlaces() {
    assertFormats(
        "const // name\nA /* is */ = // value\n 1 + // more\n2;",
        "const  // name\n    A /* is */ =  // value\n        1\n    +  // more\n        2;\n");
    assertFormats("component A { run { // nothing\n } }", "component A {\n    run {  // nothing\n    }\n}\n");
    assertFormats("enum K { A, // one\n B, }", "enum K {\n    A,  // one\n    B,\n}\n");
  }

  @Test
  void formatsAFileOfCommentsOnly() {
    assertFormats("  // one\n\n\n/* two */", "// one\n\n/* two */\n");
    assertFormats("", "");
  }

  @Test
  void breaksLongListsAndWires() {
    var desk = "aDeskWithAVeryLongNameIndeed.itsPort";
    assertFormats(
        "graph G { " + String.join(" -> ", desk, desk, desk, desk) + "; }",
        """
        graph G {
            DESK
                -> DESK
                -> DESK
                -> DESK;
        }
        """.replace("DESK", desk));
    assertFormats(
        "graph G { d = D(" + String.join(",", desk, desk, desk, desk) + "); }",
        """
        graph G {
            d = D(
                DESK,
                DESK,
                DESK,
                DESK
            );
        }
        """.replace("DESK", desk));
  }

  @Test
  void leavesLiteralsAlone() {
    assertUnchanged("const A = \"a \\u00e9 // b\";\nconst B = 007;\nconst C = 20ms;\n");
  }

  @Test
  void keepsParenthesesAndWhatMayBeLeftOut() {
    assertUnchanged("const A = ((1) + 2);\n");
    assertUnchanged("check Hello() { deadlock free; }\ncheck Hello { deadlock free; }\n");
    assertUnchanged("graph G { (a) -> b; }\n");
  }

  @Test
  void refusesFilesThatDoNotParse() {
    var formatted = Formatter.format(new SourceFile("a", "graph G { a -> ; }"));
    assertThat(formatted.text()).isEmpty();
    assertThat(formatted.diagnostics()).extracting(d -> d.id()).containsExactly(DiagnosticId.UNEXPECTED_INPUT);
  }

  private static void assertUnchanged(String text) {
    assertFormats(text, text);
  }

  private static void assertFormats(String text, String expected) {
    assertThat(format(text)).isEqualTo(expected);
    assertThat(format(expected)).isEqualTo(expected);
  }

  private static String format(String text) {
    return Formatter.format(new SourceFile("a", text)).text().orElseThrow();
  }

  private static String shape(SourceFile source) {
    return Trees.shape(Parser.parse(source).tree());
  }
}
