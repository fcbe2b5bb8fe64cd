/// From a program to networks: desks are instantiated, wires become lines, checks become claims. What depends
/// on arguments is validated here, because only here the arguments are known.
package org.graphline.dsl.elaborate;
