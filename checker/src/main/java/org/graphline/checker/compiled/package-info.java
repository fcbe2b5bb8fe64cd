/// Products as class files: offers become straight-line code over packed states, as fast as code written by
/// hand for the one network.
///
/// From outside to inside: [ProductSpaces] chooses, [CompiledSpace] loads, `ClassWriter` writes what `Plan`
/// has laid out as methods of rules, which `Lowering` makes of offers.
package org.graphline.checker.compiled;
