/// Java source from terms, one emitter for each thing emitted. The only package that knows JavaPoet.
/// Names come from `JavaNames`, the runtime's from `RuntimeNames`; decisions that need no Java live in
/// `plan`.
package org.graphline.compiler.emit;
