package org.graphline.dsl.ast;

import java.util.Optional;
import org.graphline.model.source.Span;

/// A port named in a statement: `strokes` or `take[side]`.
public record PortUse(Name name, Optional<Expression> index, Span span) {}
