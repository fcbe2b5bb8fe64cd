/// The report as a page for a browser: the JSON of a check, what the page needs beside it, and the page itself.
package org.graphline.cli.page;
