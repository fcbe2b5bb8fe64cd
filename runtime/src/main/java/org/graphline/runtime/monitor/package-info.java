/// What watches a running network: records its steps, and tells who waits for whom. Knows the API above, no
/// backend.
package org.graphline.runtime.monitor;
