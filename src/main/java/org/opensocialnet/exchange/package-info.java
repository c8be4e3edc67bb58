/**
 * Floor 5, data in and out: HSDS files, the open API, spreadsheets and feeds.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "hours",
            "database",
            "places",
            "web",
            "directory",
            "intake",
            "drafts",
            "parcels",
            "search"
        })
@NullMarked
package org.opensocialnet.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
