/// Tests of Graphline programs with JUnit: what a specification claims, what compiled graphs and components written in
/// Java do under schedules that the test chooses, and whether anybody is stuck.
package org.graphline.testing;
