/// Which files a command means, which of them belong together, and what they say.
package org.graphline.cli.input;
