/**
 * Floor 3, the door: members and their roles, sign-in and sessions, what each route asks for, break-glass and legal requests.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database", "audit", "settings", "web", "workspace", "messaging"})
@NullMarked
package org.opensocialnet.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
