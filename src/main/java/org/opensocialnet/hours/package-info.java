/**
 * Floor 1, an engine in plain Java: when something is open. Recurring schedules, exceptions, the public holidays of Greece, nights across midnight, and hours written in prose.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.opensocialnet.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
