/**
 * Floor 5, the log of letters at the desk: what waits, what left, what was given up and why; and the outbox to read where no mail server is set.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "workspace", "messaging", "access", "desk"})
@NullMarked
package org.opensocialnet.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
