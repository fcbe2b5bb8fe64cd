package org.graphline.model.term;

import java.util.Optional;
import org.graphline.model.source.Span;

/// A port as a statement names it, with the element of an array of ports.
public record PortUse(Port port, Optional<Expression> index, Span span) {}
