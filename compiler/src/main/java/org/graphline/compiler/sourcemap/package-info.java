/// Which line of generated Java stands for which place in the source. Knows nothing of terms or of Java.
package org.graphline.compiler.sourcemap;
