/// Checks that an editor asks for, and pictures.
package org.graphline.lsp.check;
