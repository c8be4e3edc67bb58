/**
 * Above the budget, the office that keeps the accounts: the desk's pages of envelopes, second signatures, closings and
 * files for accounting, and what is bought: suppliers, orders, receipts and invoices, held against each other.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "spelling",
            "database",
            "places",
            "settings",
            "audit",
            "web",
            "workspace",
            "access",
            "desk",
            "directory",
            "naming",
            "budget"
        })
@NullMarked
package org.opensocialnet.treasury;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
