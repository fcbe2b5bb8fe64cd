/// What a check finds out: verdicts, counterexamples as stories, who waits for whom, and statistics. Data
/// only; how it is found out is said in `engine`, how it is shown is said by the tools.
package org.graphline.checker.verdict;
