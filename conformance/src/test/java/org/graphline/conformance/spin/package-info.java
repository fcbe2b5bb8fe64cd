/// The Promela export held against SPIN: what `pan` says of invalid end states is what the naive judge says of
/// deadlocks, and what it says of non-progress cycles is what the naive state space says of cycles without a mark.
/// Skipped, with a message, where SPIN or a C compiler is absent.
package org.graphline.conformance.spin;
