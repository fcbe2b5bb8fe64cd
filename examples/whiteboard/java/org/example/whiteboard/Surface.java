package org.example.whiteboard;

/**
 * The surface of a widget.
 *
 * @param value whatever it is
 */
public record Surface(Object value) {}
