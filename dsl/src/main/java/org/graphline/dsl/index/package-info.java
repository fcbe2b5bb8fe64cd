/// From places in the text to what they name, and back: what editors ask for.
///
/// Built once over immutable trees from what the resolver and the later phases found out; nothing is looked up
/// by name here.
package org.graphline.dsl.index;
