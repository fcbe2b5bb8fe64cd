package org.example.whiteboard;

/**
 * Twenty milliseconds of sound.
 *
 * @param value whatever it is
 */
public record Sound(Object value) {}
