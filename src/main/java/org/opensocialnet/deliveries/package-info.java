/**
 * Above room support, deliveries: what was pledged or paid is brought to those who asked, handed over, signed for, and
 * confirmed by whoever receives it; each confirmed quantity is one line of the ledger.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
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
            "evidence",
            "budget",
            "support"
        })
@NullMarked
package org.opensocialnet.deliveries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
