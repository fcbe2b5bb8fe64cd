/// Holds the whole Whiteboard against the edges of the program it stands for.
package org.graphline.conformance.whiteboard;
