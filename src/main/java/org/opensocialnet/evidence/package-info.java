/**
 * Between floors 4 and 5, what is known of a day: who asked and was not helped, who was, who offers what, how much there is,
 * and what others reckoned. What the network's bodies see of it passed the gate of disclosure, and is kept as it was told.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "hours",
            "places",
            "settings",
            "disclosure",
            "catchment",
            "directory",
            "ledger",
            "index",
            "population"
        })
@NullMarked
package org.opensocialnet.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
