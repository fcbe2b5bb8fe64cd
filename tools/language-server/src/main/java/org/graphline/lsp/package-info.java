/// The language server: what editors ask, answered from what the front end and the checker find out.
///
/// [Server] is the door. `project` knows the files as the editor has them, `feature` answers questions about them,
/// `check` runs the checker in the background.
package org.graphline.lsp;
