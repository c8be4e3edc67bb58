/**
 * Below the public pages, what readers say is wrong with a record: kept as they said it, looked at by those who keep the record, answered where the reader left an e-mail, and forgotten in time.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "audit",
            "settings",
            "web",
            "workspace",
            "messaging",
            "access",
            "desk",
            "people",
            "directory",
            "drafts"
        })
@NullMarked
package org.opensocialnet.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
