/**
 * Floor 3, above access: keys of a member's own devices to sign in with, by the W3C's Web Authentication. A passkey counts as both steps, because the device asks for a finger, a face or a number of its own.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database", "audit", "web", "workspace", "access", "signin"})
@NullMarked
package org.opensocialnet.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
