package org.example.whiteboard;

/**
 * Whose item it is and the how many-eth of his.
 *
 * @param value whatever it is
 */
public record Stamp(Object value) {}
