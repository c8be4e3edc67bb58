/**
 * Above room support, money: which envelopes may pay what is still open of a line, what is set aside for it, and what becomes
 * of that; what an envelope pays and what a line counts as covered change in one transaction.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "audit",
            "web",
            "workspace",
            "access",
            "desk",
            "ledger",
            "goods",
            "budget",
            "treasury",
            "support"
        })
@NullMarked
package org.opensocialnet.funding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
