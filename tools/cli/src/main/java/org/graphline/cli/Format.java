package org.graphline.cli;

/// What the output is meant for.
enum Format {
  TEXT, JSON
}
