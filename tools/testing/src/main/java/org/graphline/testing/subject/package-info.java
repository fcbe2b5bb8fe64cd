/// What can be run beside its model: compiled graphs, and components written in Java that stand alone.
package org.graphline.testing.subject;
