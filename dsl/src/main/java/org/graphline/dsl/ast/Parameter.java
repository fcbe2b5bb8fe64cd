package org.graphline.dsl.ast;

import java.util.Optional;
import org.graphline.model.source.Span;

/// A parameter of a component, graph or extern function. `initial` is what it is if no argument is given.
public record Parameter(Name name, TypeName type, Optional<Expression> initial, Span span) {}
