package org.graphline.dsl.ast;

import java.util.Optional;
import org.graphline.model.source.Span;

/// `var x: 0..7 = 0;`, in a component or among its statements.
public record Variable(
    Optional<String> doc, Name name, TypeName type, Optional<Expression> initial, Span span)
    implements Member {}
