package com.acme;

/// A part of the work: the numbers from `first` to `last`.
public record Part(int first, int last) {}
