/// Proof objects: what a proof without search rests on, written down so that somebody else can check it.
///
/// The checking here shares nothing with `checker.proof` but the product both read. It finds nothing by itself: each
/// claim of a certificate is looked at once, in the order it is made.
package org.graphline.checker.certificate;
