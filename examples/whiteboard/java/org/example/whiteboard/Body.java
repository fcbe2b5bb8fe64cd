package org.example.whiteboard;

/**
 * The body of a drawing command.
 *
 * @param value whatever it is
 */
public record Body(Object value) {}
