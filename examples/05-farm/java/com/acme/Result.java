package com.acme;

/// What is known so far: how many primes there are among so many numbers.
public record Result(int primes, int numbers) {}
