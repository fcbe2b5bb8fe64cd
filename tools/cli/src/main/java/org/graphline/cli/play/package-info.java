/// Stepping through a network by hand: line by line, on a terminal or from a pipe.
package org.graphline.cli.play;
