/// What a checked program says, with every name resolved and every expression typed: components with their
/// structured behavior, graphs, externs, checks. Parameters are still parameters; nothing is instantiated.
/// The compiler emits Java from these terms; the unfolding turns a component and its arguments into an automaton.
package org.graphline.model.term;
