/// Runs a plan on JCSP 1.1-rc5, and is the only package that names it.
///
/// Letters move over JCSP channels with a data store of ours ([Tray]), choices are made by its `Alternative`,
/// and timeouts by its `CSTimer`. What JCSP does not know is kept beside it: who still holds an end, what is
/// in the post, who rests. A write never blocks inside JCSP: whoever must wait for its letter to be taken
/// waits for its [Bell]. So there is no poison, no interrupt and no shared JCSP end that a blocked process
/// could hold shut.
///
/// Locks, outermost first: a JCSP channel's own monitor, a line's lock (the network's, when it is observed),
/// a bell's.
package org.graphline.runtime.jcsp;
