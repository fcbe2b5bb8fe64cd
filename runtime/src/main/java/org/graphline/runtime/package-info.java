/// What generated Java is written against: desks, ports, steps, wiring, networks, and what an observer sees.
/// Semantics follow language.md 3.6 to 3.11 and the rulings of 3.20. The types here describe; a [Backend],
/// found by `ServiceLoader`, runs. Nothing here may name JCSP or import the packages below.
package org.graphline.runtime;
