package org.graphline.checker.proof;

import java.util.Arrays;

/// Linear programs `maximize c x where A x <= b, x >= 0` with `b >= 0`, by the simplex method on a dense
/// tableau (Dantzig, "Linear Programming and Extensions", 1963), with Bland's rule once steps stop to gain
/// ("New Finite Pivoting Rules for the Simplex Method", Math. of OR 2, 1977). In floating point: what depends
/// on the answer has to be checked.
final class Simplex {
  private static final double TINY = 1e-9;
  /// A pivot is so many times cheaper than a step of a pair, for each number of the tableau.
  private static final int CHEAPER = 32;

  private final int rows;
  private final int columns;
  private final Effort effort;
  /// One row for each constraint and one for the objective; the last column holds what is at the right.
  private final double[][] table;
  private final int[] basic;
  private final int[] free;

  /// @param table constraints, then the objective, each with its right hand side at the end; used up
  private Simplex(double[][] table, Effort effort) {
    this.rows = table.length - 1;
    this.columns = table[0].length - 1;
    this.table = table;
    this.effort = effort;
    this.basic = new int[rows];
    this.free = new int[columns];
    Arrays.setAll(basic, r -> columns + r);
    Arrays.setAll(free, c -> c);
  }

  /// Returns values of the variables that keep the constraints, the best ones unless that takes more than
  /// `pivots` steps.
  ///
  /// @param table the constraints, a row for each, and the objective in the last row; at the end of each row what is at
  ///              its right hand side, 0 for the objective. It is used up
  static double[] solve(double[][] table, int pivots, Effort effort) {
    var simplex = new Simplex(table, effort);
    simplex.improve(pivots);
    return simplex.values();
  }

  private void improve(int pivots) {
    boolean bland = false;
    for (int i = 0; i < pivots; i++) {
      effort.spend(1 + (long) rows * columns / CHEAPER);
      int column = entering(bland);
      int row = column < 0 ? -1 : leaving(column);
      if (row < 0) {
        return;
      }
      bland = table[row][columns] < TINY;
      pivot(row, column);
    }
  }

  private int entering(boolean bland) {
    int best = -1;
    for (int c = 0; c < columns; c++) {
      double gain = table[rows][c];
      if (gain > TINY && (best < 0 || (bland ? free[c] < free[best] : gain > table[rows][best]))) {
        best = c;
      }
    }
    return best;
  }

  private int leaving(int column) {
    int best = -1;
    double least = 0;
    for (int r = 0; r < rows; r++) {
      if (table[r][column] > TINY) {
        double ratio = table[r][columns] / table[r][column];
        if (best < 0 || ratio < least - TINY || ratio < least + TINY && basic[r] < basic[best]) {
          best = r;
          least = ratio;
        }
      }
    }
    return best;
  }

  private void pivot(int row, int column) {
    double[] there = table[row];
    double by = there[column];
    for (int c = 0; c <= columns; c++) {
      there[c] /= by;
    }
    there[column] = 1 / by;
    for (int r = 0; r <= rows; r++) {
      double factor = table[r][column];
      if (r != row && factor != 0) {
        double[] here = table[r];
        for (int c = 0; c <= columns; c++) {
          here[c] -= factor * there[c];
        }
        here[column] = -factor / by;
      }
    }
    int leaves = basic[row];
    basic[row] = free[column];
    free[column] = leaves;
  }

  private double[] values() {
    var values = new double[columns];
    for (int r = 0; r < rows; r++) {
      if (basic[r] < columns) {
        values[basic[r]] = Math.max(0, table[r][columns]);
      }
    }
    return values;
  }
}
