/// Searches over packed states, level by level, on one thread or several. They know states as words and tell
/// others which ones deserve a look; what a state means and what is asked of it is not known here.
package org.graphline.checker.search;
