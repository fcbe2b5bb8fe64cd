/// Answers to what editors ask about files: pure functions of an analyzed state of them.
package org.graphline.lsp.feature;
