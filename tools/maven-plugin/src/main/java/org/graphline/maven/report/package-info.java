/// What the reports of the command line say, as far as a build has to know it.
package org.graphline.maven.report;
