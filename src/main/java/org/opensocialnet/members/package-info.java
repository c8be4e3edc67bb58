/**
 * Above the desk, the members' pages: who works in one's organisation and in the network, in which roles; inviting, changing, removing.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "audit",
            "web",
            "workspace",
            "messaging",
            "access",
            "signin",
            "desk"
        })
@NullMarked
package org.opensocialnet.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
