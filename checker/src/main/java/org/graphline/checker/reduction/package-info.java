/// State spaces made from state spaces, with fewer states and the same verdicts. Each says what it preserves.
package org.graphline.checker.reduction;
