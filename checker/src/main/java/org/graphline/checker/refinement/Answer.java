package org.graphline.checker.refinement;

import java.util.Optional;
import org.graphline.checker.verdict.Reason;
import org.graphline.checker.verdict.Statistics;

/// What a comparison found out. With neither a refutation nor a reason to have given up, the property holds.
///
/// @param reason why it was left undecided
public record Answer(Optional<Refutation> refutation, Optional<Reason> reason, Statistics statistics) {}
