/// The language front end: from text to the model, with diagnostics. [Frontend] is the only class here that
/// does anything; the inner packages never import it.
package org.graphline.dsl;
