/// Networks: graphs with every argument known, flattened to instances, lines, connections and barriers.
/// Behaviors are shared; an instance adds its wiring and nothing else.
package org.graphline.model.network;
