/// Rules that a typed component or program must keep, one class a rule. They look at the model's terms, so
/// every name is resolved and every expression typed.
package org.graphline.dsl.validate;
