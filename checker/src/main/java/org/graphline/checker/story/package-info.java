/// Evidence told in words and places of the source, after it has been replayed. Nothing is found out here.
package org.graphline.checker.story;
