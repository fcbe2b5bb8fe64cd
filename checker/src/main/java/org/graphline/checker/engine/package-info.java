/// Exploration and the algorithms that judge properties. They see a state space and nothing of where it comes
/// from; clocks, cancellation and progress are parameters.
package org.graphline.checker.engine;
