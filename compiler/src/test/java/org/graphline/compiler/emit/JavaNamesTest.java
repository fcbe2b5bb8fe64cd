package org.graphline.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphline.model.value.QualifiedName;
import org.junit.jupiter.api.Test;

class JavaNamesTest {

  @Test
  void reservedWordsGetAnUnderscore() {
    JavaNames names = JavaNames.forVariables(List.of("Kind"));
    assertThat(List.of(names.name("int"), names.name("_"), names.name("Kind"), names.name("x")))
        .containsExactly("int_", "__", "Kind_", "x");
    assertThat(JavaNames.member("hashCode")).isEqualTo("hashCode_");
    assertThat(JavaNames.type(new QualifiedName("a.b", "record"))).hasToString("a.b.record_");
  }

  @Test
  void scopesBesideEachOtherMayUseTheSameName() {
    JavaNames outer = JavaNames.forVariables(List.of());
    assertThat(outer.name("s")).isEqualTo("s");
    assertThat(outer.nested().name("t")).isEqualTo("t");
    assertThat(outer.nested().name("t")).isEqualTo("t");
    assertThat(outer.nested().name("s")).isEqualTo("s_");
  }
}
