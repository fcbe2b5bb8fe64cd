/// Facts about terms that decide the shape of their Java: what may not complete, which variables closures
/// capture, what fits where, which Java functions a declaration needs. No Java text and no JavaPoet here.
package org.graphline.compiler.plan;
