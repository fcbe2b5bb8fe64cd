package org.graphline.dsl.elaborate;

import org.graphline.model.network.Network;

/// A network and how its parts are found by name.
///
/// @param joinedTo for each face the line, connection, server end or barrier it is joined to
record Elaborated(Network network, Plan plan, int[] joinedTo) {}
