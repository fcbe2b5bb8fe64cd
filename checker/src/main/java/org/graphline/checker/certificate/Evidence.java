package org.graphline.checker.certificate;

import java.util.Optional;

/// Why a claim holds. What there is of it is a matter of what is claimed.
///
/// @param deadlock why there is no deadlock
/// @param runs     why no fair run goes on for ever
public record Evidence(Optional<Certificate> deadlock, Optional<Runs> runs) {}
