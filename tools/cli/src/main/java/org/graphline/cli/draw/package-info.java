/// Pictures of networks: what is in them, where ELK places it, and the SVG. The only package that knows ELK.
package org.graphline.cli.draw;
