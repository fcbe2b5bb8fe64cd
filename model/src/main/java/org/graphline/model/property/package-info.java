/// What is claimed of one network, with every reference resolved to its instances, ends and lines.
package org.graphline.model.property;
