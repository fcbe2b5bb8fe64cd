package org.graphline.model.network;

import java.util.Optional;
import org.graphline.model.source.Span;
import org.graphline.model.value.DataType;

/// A client joined to a server. The environment takes the place of the side that is empty.
///
/// @param id      its position among the network's connections
/// @param watched whether a `select priority` accepts from it
public record Connection(int id, Optional<End> client, Optional<End> server, Optional<Exposure> exposure,
    DataType request, DataType reply, boolean watched, Span span) {}
