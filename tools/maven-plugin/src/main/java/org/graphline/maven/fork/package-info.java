/// Finding a JDK 25 and running the command line on it.
package org.graphline.maven.fork;
