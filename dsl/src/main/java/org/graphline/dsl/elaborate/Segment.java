package org.graphline.dsl.elaborate;

import org.graphline.model.source.Span;
import org.graphline.model.term.Graph;

/// One arrow with its faces: a whole line, or the part of one that lies in one graph.
///
/// @param sources the faces that letters come from
/// @param targets the faces that letters go to
/// @param level   the graph desk that the arrow is written in, by node
record Segment(int[] sources, int[] targets, boolean isShared, Graph.Overflow overflow, int capacity,
    int level,
    Span span, Span arrow) {}
