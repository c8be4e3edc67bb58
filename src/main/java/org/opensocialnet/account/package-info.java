/**
 * The roof of support: what everybody is told of each call and of each envelope whose keeper opens it, and for the
 * coordination team the rows behind each of these figures.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "disclosure",
            "places",
            "vault",
            "audit",
            "web",
            "workspace",
            "access",
            "desk",
            "directory",
            "people",
            "ledger",
            "budget",
            "support",
            "deliveries"
        })
@NullMarked
package org.opensocialnet.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
