/// The networks of `bench/`: they mean in both languages what their table says. Nothing is timed here.
package org.graphline.conformance.bench;
