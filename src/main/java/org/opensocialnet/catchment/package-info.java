/**
 * Floor 1, an engine in plain Java: how well people reach places that many share. Floating catchment areas in two and three
 * steps and balanced, over walking distance or any table of costs; "no service in reach" is an answer, never a number.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.opensocialnet.catchment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
