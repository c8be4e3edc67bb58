/**
 * Between floors 4 and 5, the book of what was needed and what was done: written in the transaction of whoever saw or did it,
 * corrected by reversal, rolled up by day and cell, read for any day. Persons stand in it under a pseudonym of its own.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "places",
            "settings",
            "vault",
            "audit",
            "web",
            "directory",
            "people",
            "retention",
            "anonymous",
            "care"
        })
@NullMarked
package org.opensocialnet.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
