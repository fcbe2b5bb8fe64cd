/// The command line: one class a command, and what they share. The only module that reads files, prints,
/// knows the time and ends the JVM. What a program means or a verdict is, is decided elsewhere.
package org.graphline.cli;
