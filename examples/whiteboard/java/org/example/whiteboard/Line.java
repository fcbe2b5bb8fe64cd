package org.example.whiteboard;

/**
 * What somebody types.
 *
 * @param value whatever it is
 */
public record Line(Object value) {}
