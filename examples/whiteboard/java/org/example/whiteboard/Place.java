package org.example.whiteboard;

/**
 * A place on the surface.
 *
 * @param value whatever it is
 */
public record Place(Object value) {}
