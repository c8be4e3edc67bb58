/** Above room support, pledges: organisations and citizens promise parts of a line, from stock that is never promised twice. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "places",
            "settings",
            "vault",
            "audit",
            "web",
            "workspace",
            "messaging",
            "access",
            "desk",
            "people",
            "retention",
            "ledger",
            "goods",
            "support"
        })
@NullMarked
package org.opensocialnet.pledges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
