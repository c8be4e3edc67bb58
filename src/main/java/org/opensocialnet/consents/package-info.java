/**
 * Floor 4, what people agreed to: for which purpose, to whom, of which data, for how long, in which words, and how they
 * said so; withdrawn, it ends at once.
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
package org.opensocialnet.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
