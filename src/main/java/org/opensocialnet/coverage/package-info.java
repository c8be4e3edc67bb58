/**
 * Floor 5, where help falls short and why: for each kind of service, group and community what is needed, reached and
 * possible, what is missing or too much, how sure that is, and for which reasons; as pages and files, and for rooms above.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "places",
            "settings",
            "disclosure",
            "catchment",
            "web",
            "workspace",
            "access",
            "desk",
            "directory",
            "population",
            "ledger",
            "evidence",
            "shortfall"
        })
@NullMarked
package org.opensocialnet.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
