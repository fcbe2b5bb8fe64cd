/// What is wrong with a user's specification: values with an id, markers and help, and the one class that
/// draws them.
///
/// [DiagnosticId] is the only list of ids. Everything that finds something returns [Diagnostic] values;
/// nothing here prints, and nothing outside [DiagnosticRenderer] knows about carets or color.
package org.graphline.dsl.diagnostic;
