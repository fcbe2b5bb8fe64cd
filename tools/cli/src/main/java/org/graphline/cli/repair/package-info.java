/// Repairs that are tried on a specification with a deadlock: changes of its text from a closed list, each compiled and
/// checked like anything else.
package org.graphline.cli.repair;
