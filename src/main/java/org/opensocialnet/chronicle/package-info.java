/**
 * Beside the floors: two years of the invented city in the ledger, written by the ledger's own door: what is needed and done
 * at each of its services, day after day, a few facts planted to be found, and envelopes whose money is on its way.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "hours",
            "database",
            "places",
            "directory",
            "people",
            "ledger",
            "population",
            "evidence",
            "coverage",
            "goods",
            "support",
            "pledges",
            "budget"
        })
@NullMarked
package org.opensocialnet.chronicle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
