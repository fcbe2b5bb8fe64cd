/// Places in source text. Everything that can show up in a verdict, a story or a stack trace carries one.
package org.graphline.model.source;
