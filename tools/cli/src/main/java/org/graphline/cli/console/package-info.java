/// What commands need of the world around them: streams, folders, clocks, and how text looks on a terminal.
/// Knows nothing of specifications.
package org.graphline.cli.console;
