/// How verdicts are told: as text with stories and charts, as JSON, as trace files. Decides nothing.
package org.graphline.cli.report;
