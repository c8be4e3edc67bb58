/**
 * Beside floor 3, the ways in: passwords, codes of an authenticator, recovery codes, links by e-mail, and the pages where one shows who one is. Whoever has shown it is let in by access.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database", "audit", "web", "workspace", "messaging", "access"})
@NullMarked
package org.opensocialnet.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
