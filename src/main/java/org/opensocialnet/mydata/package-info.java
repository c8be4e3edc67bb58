/**
 * Floor 5, the person's own page: what is held of her, by whom, who read it and why; she withdraws, takes away, and asks
 * for correction, rest or erasure, which the organisation decides within the legal month.
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
            "retention",
            "consents"
        })
@NullMarked
package org.opensocialnet.mydata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
