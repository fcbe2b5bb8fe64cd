package org.graphline.model.property;

import org.graphline.model.source.Span;

/// A property and whether it is claimed to hold.
///
/// @param negated whether the claim is that the property does not hold
/// @param text    the property as written, without `not`
public record Claim(Property property, boolean negated, String text, Span span) {}
