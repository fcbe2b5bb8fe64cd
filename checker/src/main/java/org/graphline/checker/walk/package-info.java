/// Random walks through networks too large to explore: they find, and never prove.
package org.graphline.checker.walk;
