/**
 * Floor 5, the administrator's and the auditor's pages: settings and emblems, how the system is, and what the trail says.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "settings",
            "audit",
            "web",
            "workspace",
            "messaging",
            "access",
            "desk"
        })
@NullMarked
package org.opensocialnet.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
