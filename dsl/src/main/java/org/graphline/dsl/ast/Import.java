package org.graphline.dsl.ast;

import org.graphline.model.source.Span;

/// An import of one name, or of everything in a package.
public record Import(QualifiedName name, boolean everything, Span span) {}
