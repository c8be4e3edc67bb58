/**
 * Floor 6, the public door of support: whoever has no account asks for help by a form, follows it by a link of her own, answers
 * and is answered; and the files that are kept with any request.
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
            "attachments",
            "people",
            "retention",
            "ledger",
            "support"
        })
@NullMarked
package org.opensocialnet.asks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
