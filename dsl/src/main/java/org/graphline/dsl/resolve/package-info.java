/// What each name means: declarations of all files, imports, scopes.
///
/// The result is a table beside the trees, keyed by node identity. Nothing here knows types; names behind a
/// dot are left to the phases that do.
package org.graphline.dsl.resolve;
