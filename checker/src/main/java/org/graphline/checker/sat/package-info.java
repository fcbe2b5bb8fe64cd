/// Propositional formulas that count, decided by Sat4j. Nothing else in the checker knows the solver.
package org.graphline.checker.sat;
