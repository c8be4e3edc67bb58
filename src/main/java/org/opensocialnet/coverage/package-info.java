/**
 * Floor 5, where help falls short and why: for each kind of service, group and community what is needed, reached and
 * possible, what is missing or too much, how sure that is, and for which reasons.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.opensocialnet.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
