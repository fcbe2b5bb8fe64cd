package org.graphline.checker.export;

import org.graphline.model.source.Span;

/// A construct that the target language has no faithful counterpart for.
///
/// @param construct a phrase in words of the source
public record Obstacle(String construct, Span span) {}
