/// Types with known bounds and their values. Nothing here knows of components, lines or steps.
package org.graphline.model.value;
