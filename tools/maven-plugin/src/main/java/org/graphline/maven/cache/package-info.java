/// What decides an answer, and answers that are remembered. Knows nothing of Maven.
package org.graphline.maven.cache;
