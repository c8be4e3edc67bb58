/**
 * Between floors 1 and 2, the trail: who saw or changed what, written in the transaction of the act, chained by hashes, never with a name in it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database", "settings"})
@NullMarked
package org.opensocialnet.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
