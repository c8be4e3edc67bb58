/**
 * Floor 4, files kept with something else: what they really are, small enough, without what cameras write into pictures,
 * checked for viruses where the city has a scanner, sealed, and read by whom the room says that keeps what they belong to.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database", "settings", "vault", "audit", "access"})
@NullMarked
package org.opensocialnet.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
