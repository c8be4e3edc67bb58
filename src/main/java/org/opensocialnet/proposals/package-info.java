/**
 * On the landing above requests and budget: who gets what when it does not suffice. Open lines and envelopes are chosen and
 * kept as they stood, the engine proposes with reasons and a proof, two proposals lie side by side, a person decides and says
 * why. Nothing is pledged, reserved or paid here.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "chores",
            "audit",
            "allocation",
            "places",
            "web",
            "workspace",
            "access",
            "desk",
            "ledger",
            "budget",
            "coverage",
            "people",
            "evidence",
            "shortfall",
            "support"
        })
@NullMarked
package org.opensocialnet.proposals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
