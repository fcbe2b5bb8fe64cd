/// A network as a product of small parts: fields with few values (local states, letters on a line, flags), and offers:
/// guarded changes of fields, each a step of the network. What is guarded and changed are tables, worked out once from
/// the model's own rules for local code.
///
/// Says nothing of how states are packed, stored or searched.
package org.graphline.checker.product;
