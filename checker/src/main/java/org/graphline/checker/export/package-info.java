/// Networks in the languages of other checkers, so far Promela for SPIN. Text only; docs/promela.md says what is
/// kept and how. Nothing here judges anything.
package org.graphline.checker.export;
