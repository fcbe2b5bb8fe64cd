package org.graphline.model.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.graphline.model.value.DataType;
import org.graphline.model.value.QualifiedName;

/// Values and cells are two writings of the same thing.
class CellsProperties {

  @Property(tries = 300)
  void everyValueSurvivesTheWayThere(@ForAll("types") DataType type) {
    for (List<Integer> cells : Cells.values(type)) {
      int[] array = cells.stream().mapToInt(Integer::intValue).toArray();
      assertThat(Cells.encode(type, Cells.decode(type, array, 0))).isEqualTo(cells);
    }
  }

  @Property(tries = 300)
  void thereAreAsManyValuesAsTheTypeSays(@ForAll("types") DataType type) {
    assertThat(Cells.values(type)).doesNotHaveDuplicates().hasSize((int) type.cardinality());
  }

  @Property(tries = 300)
  void cellsStayInTheirDomains(@ForAll("types") DataType type) {
    var domains = Cells.domains("x", type);
    assertThat(domains).hasSize(Cells.width(type));
    for (List<Integer> cells : Cells.values(type)) {
      for (int i = 0; i < cells.size(); i++) {
        assertThat(cells.get(i)).isBetween(domains.get(i).low(), domains.get(i).high());
      }
    }
  }

  @Provide
  Arbitrary<DataType> types() {
    return types(2).filter(t -> t.cardinality() <= 2000);
  }

  private static Arbitrary<DataType> types(int depth) {
    Arbitrary<DataType> flat = Arbitraries.oneOf(
        Arbitraries.just(new DataType.Bool()), Arbitraries.just(new DataType.Signal()),
        Arbitraries.just(new DataType.Text()),
        Arbitraries.integers().between(-3, 3).map(low -> new DataType.Range(low, low + 3)),
        Arbitraries.of(0, 1, 2, 3).map(n -> new DataType.Opaque(new QualifiedName("p", "Blob"), "p.Blob",
            List.of("red", "blue", "green").subList(0, n))),
        Arbitraries.just(new DataType.Enumeration(new QualifiedName("p", "Kind"), List.of("A", "B", "C"))));
    if (depth == 0) {
      return flat;
    }
    Arbitrary<DataType> deeper = types(depth - 1);
    Arbitrary<DataType> records = deeper.list().ofMinSize(1).ofMaxSize(2).map(fields -> {
      var named = new java.util.ArrayList<DataType.Field>();
      fields.forEach(f -> named.add(new DataType.Field("f" + named.size(), f)));
      return new DataType.Structure(new QualifiedName("p", "Record"), named);
    });
    Arbitrary<DataType> lists = deeper.map(element -> new DataType.Sequence(element, 2));
    return Arbitraries.oneOf(flat, records, lists);
  }
}
