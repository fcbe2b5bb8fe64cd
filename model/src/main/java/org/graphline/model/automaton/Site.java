package org.graphline.model.automaton;

import org.graphline.model.source.Span;

/// Where a control point stands in the source.
///
/// @param action the statement in a few words: `send parts`, `receive from lines`
public record Site(Span span, String action) {}
