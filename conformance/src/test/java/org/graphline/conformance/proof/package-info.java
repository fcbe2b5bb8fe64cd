/// Proofs without states held against the search of all states, and the networks of `bench/proofs`.
package org.graphline.conformance.proof;
