/// Stores of packed states for the fast searches: flat memory outside the heap, taken from a budget first.
///
/// A store belongs to one search and is filled by one adder for each thread. Stores know states as words,
/// never what they mean; the exact ones are told apart from those that may take two states for one.
package org.graphline.checker.store;
