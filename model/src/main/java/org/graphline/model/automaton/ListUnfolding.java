package org.graphline.model.automaton;

import java.util.ArrayList;
import java.util.List;
import org.graphline.model.automaton.Node.Fault.Kind;
import org.graphline.model.term.Expression;
import org.graphline.model.term.Expression.BinaryOperator;
import org.graphline.model.value.DataType;

/// List operations as formulas over the list's cells, with the checks of rule R1 before them.
final class ListUnfolding {
  private final Evaluation evaluation;

  ListUnfolding(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  List<Formula> unfold(Expression.ListOperation operation) {
    var type = (DataType.Sequence) evaluation.type(operation.list().type());
    List<List<Formula>> operands = evaluation.operands(listAndArguments(operation));
    List<Formula> list = operands.getFirst();
    Formula size = list.getFirst();
    int width = Cells.width(type.element());
    return switch (operation.operator()) {
      case SIZE -> List.of(size);
      case IS_EMPTY -> List.of(Evaluation.combine(BinaryOperator.EQUAL, size, Formula.FALSE));
      case IS_FULL -> List.of(Evaluation.combine(BinaryOperator.EQUAL, size, new Formula.Constant(type.capacity())));
      case FIRST -> {
        requireElement(size, operation);
        yield type.capacity() == 0 ? Evaluation.zeros(width) : list.subList(1, 1 + width);
      }
      case GET -> element(type, list, operands.get(1).getFirst(), operation);
      case ADD -> {
        evaluation.require(Evaluation.combine(BinaryOperator.LESS, size, new Formula.Constant(type.capacity())), Kind.LIST_FULL,
            "`add` on a full list", operation.span());
        List<Formula> added = evaluation.fit(operation.arguments().getFirst(), operands.get(1), type.element(), "the list");
        int place = place(operation);
        evaluation.change(next -> evaluation.draft().add(new Node.Append(place, added, next), new Site(operation.span(), "add")));
        yield List.of();
      }
      case REMOVE_FIRST -> {
        requireElement(size, operation);
        int result = evaluation.temporary(Cells.domains("first", type.element()));
        int place = place(operation);
        evaluation.change(next -> {
          int removed = evaluation.draft().add(new Node.RemoveFirst(place, width, type.capacity(), next),
              new Site(operation.span(), "removeFirst"));
          return width == 0 ? removed : evaluation.store(result, list.subList(1, 1 + width), removed, operation.span());
        });
        yield Evaluation.cells(result, width);
      }
    };
  }

  private static List<Expression> listAndArguments(Expression.ListOperation operation) {
    var all = new ArrayList<Expression>(List.of(operation.list()));
    all.addAll(operation.arguments());
    return all;
  }

  private void requireElement(Formula size, Expression.ListOperation operation) {
    evaluation.require(Evaluation.combine(BinaryOperator.GREATER, size, Formula.FALSE), Kind.LIST_EMPTY,
        "`" + operation.operator().operationName() + "` on an empty list", operation.span());
  }

  private List<Formula> element(DataType.Sequence type, List<Formula> list, Formula index,
      Expression.ListOperation operation) {
    evaluation.require(Evaluation.combine(BinaryOperator.AND, Evaluation.combine(BinaryOperator.GREATER_OR_EQUAL, index, Formula.FALSE),
            Evaluation.combine(BinaryOperator.LESS, index, list.getFirst())),
        Kind.INDEX_OUT_OF_BOUNDS, "list index out of bounds", operation.span());
    int width = Cells.width(type.element());
    var all = new ArrayList<Formula>();
    for (int cell = 0; cell < width; cell++) {
      Formula chosen = Formula.FALSE;
      for (int i = type.capacity() - 1; i >= 0; i--) {
        chosen = new Formula.Conditional(Evaluation.combine(BinaryOperator.EQUAL, index, new Formula.Constant(i)),
            list.get(1 + i * width + cell), chosen);
      }
      all.add(list.getFirst() instanceof Formula.Cell(int first) && type.capacity() > 0
          ? new Formula.Element(first + 1 + cell, width, type.capacity(), index) : chosen);
    }
    return all;
  }

  private int place(Expression.ListOperation operation) {
    if (operation.list() instanceof Expression.Use(var variable, _)) {
      return evaluation.scope().places().get(variable.id());
    }
    throw new AssertionError("a list that cannot change at " + operation.span().place());
  }
}
