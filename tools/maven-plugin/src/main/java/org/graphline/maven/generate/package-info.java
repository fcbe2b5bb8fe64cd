/// Which Java was generated from what, and what javac says of it. Nothing here starts a JVM.
package org.graphline.maven.generate;
