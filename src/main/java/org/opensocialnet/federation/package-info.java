/**
 * Floor 3, above access: signing in with the word of another house by OpenID Connect, where an operator has named one. Only members who were entered here come in; nobody enters themselves.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "audit", "settings", "web", "workspace", "access", "signin"})
@NullMarked
package org.opensocialnet.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
