package org.graphline.dsl.elaborate;

import java.util.List;
import java.util.Optional;

import org.graphline.dsl.diagnostic.Diagnostic;
import org.graphline.model.network.Network;
import org.graphline.model.property.Claim;

/// A graph with one list of arguments.
///
/// @param network     absent if the wiring is wrong
/// @param claims      what is claimed of it
/// @param diagnostics what is wrong, and warnings
public record Elaboration(Optional<Network> network, List<Claim> claims, List<Diagnostic> diagnostics) {
  public Elaboration {
    claims = List.copyOf(claims);
    diagnostics = List.copyOf(diagnostics);
  }
}
