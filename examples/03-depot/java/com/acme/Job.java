package com.acme;

/// Something to be done. The specification does not look into it.
public record Job(int number) {}
