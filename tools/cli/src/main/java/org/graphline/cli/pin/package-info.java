/// Stories of deadlocks kept as scenarios of their specifications.
package org.graphline.cli.pin;
