/// Networks in the languages of other checkers: Promela for SPIN, Aldebaran for everything that reads `.aut`. Text
/// only; docs/promela.md says what is kept and how. Nothing here judges anything.
package org.graphline.checker.export;
