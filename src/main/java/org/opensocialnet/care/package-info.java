/**
 * Floor 4, the care of people: how an organisation took somebody in, what she needs, what was planned and done, and how it
 * ended. Each organisation keeps its own; what was written is sealed like names are.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "settings",
            "audit",
            "web",
            "workspace",
            "access",
            "desk",
            "people",
            "retention"
        })
@NullMarked
package org.opensocialnet.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
