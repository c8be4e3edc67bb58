/**
 * Floor 1, an engine in plain Java: the one gate through which counts of people leave an organisation or become public.
 * It withholds small figures, and as many others as it takes so that no sum, difference or earlier publication gives
 * them away; it proves so by worlds that agree with all that is told and differ in what is not. See docs/disclosure.md.
 */
@ApplicationModule(allowedDependencies = {"margins"})
@NullMarked
package org.opensocialnet.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
