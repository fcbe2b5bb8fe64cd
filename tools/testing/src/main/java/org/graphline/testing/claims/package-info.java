/// Claims of specifications as dynamic tests.
package org.graphline.testing.claims;
