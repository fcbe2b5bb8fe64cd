package org.graphline.checker.refinement;

import org.graphline.checker.space.StateSpace;
import org.graphline.model.semantics.Semantics;

/// A network that is compared: its states, perhaps reduced, and what they mean.
///
/// @param space states of `semantics`; a reduction must leave [Outside#everything] in sight and keep, of each run,
///              whether it ever stands still
public record Side(StateSpace space, Semantics semantics) {}
