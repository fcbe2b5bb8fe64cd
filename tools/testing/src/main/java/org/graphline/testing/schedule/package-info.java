/// Runs of a network under schedules that a test chooses, beside the model.
package org.graphline.testing.schedule;
