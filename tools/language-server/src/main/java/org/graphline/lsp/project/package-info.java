/// The files as the editor has them, and what the front end says of them. All of it is immutable but [Workspace].
package org.graphline.lsp.project;
