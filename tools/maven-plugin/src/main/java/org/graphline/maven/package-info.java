/// The goals of the Maven plugin. They live in Maven's JVM, 17 or newer, and start the command line in a JVM of its
/// own.
package org.graphline.maven;
