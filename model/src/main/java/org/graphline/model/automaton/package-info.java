/// Process automata: a behavior unfolded to control points over integer cells, and the unfolding that makes them.
/// What a network of them can do is said in `semantics`, nowhere else.
package org.graphline.model.automaton;
