/// Running a graph: generated Java and the user's are compiled, implementations found, a host written, a JVM
/// started. Knows the runtime by the names in the host's text only.
package org.graphline.cli.launch;
