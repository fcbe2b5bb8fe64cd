package org.graphline.checker.refinement;

import org.graphline.checker.engine.Judgement.Evidence;

/// A run that shows that a network is not what it should be from outside, and in what.
public record Refutation(Evidence evidence, Difference difference) {}
