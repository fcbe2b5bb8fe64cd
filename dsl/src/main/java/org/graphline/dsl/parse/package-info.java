/// From text to syntax tree. [Parser] never throws and always returns a tree; what is wrong comes along as
/// diagnostics in the words of a user. This is the only package that knows of ANTLR, and no type of ANTLR's
/// leaves it.
package org.graphline.dsl.parse;
