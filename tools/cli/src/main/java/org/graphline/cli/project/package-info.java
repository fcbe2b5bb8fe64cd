/// The files of a new project.
package org.graphline.cli.project;
