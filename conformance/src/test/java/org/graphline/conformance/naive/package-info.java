/// The definitions of docs/semantics.md taken at their word: sets of states, no reduction, nothing shared with the
/// checker. What the checker says is held against this. Speed does not matter here.
package org.graphline.conformance.naive;
