package org.opensocialnet.safeguards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authority asked for, and what came of it. It describes the request, never a person; two people decide, and what
 * is answered is answered in words. There is no export behind it.
 */
record LegalRequest(
        UUID id,
        Asked asked,
        UUID recordedBy,
        Instant recordedAt,
        State state,
        @Nullable String answer,
        List<Decision> decisions) {

    LegalRequest {
        decisions = List.copyOf(decisions);
    }

    /** Who asks. */
    enum Kind {
        POLICE,
        PROSECUTOR,
        COURT,
        MIGRATION,
        OTHER
    }

    /** How far it has come. */
    enum State {
        OPEN,
        GRANTED,
        REFUSED,
        ANSWERED,
        WITHDRAWN
    }

    /** What one of the two found. */
    enum Verdict {
        GRANT,
        REFUSE
    }

    /** The request as it came in; without an organisation where the network itself was asked. */
    record Asked(
            @Nullable UUID organization,
            Kind kind,
            String authority,
            String reference,
            String asks,
            String legalBasis,
            LocalDate receivedOn,
            @Nullable LocalDate dueOn) {}

    /** One person's decision with its grounds. */
    record Decision(UUID member, String role, Verdict verdict, String grounds, Instant at) {}

    boolean decidedBy(UUID member) {
        return decisions.stream().anyMatch(decision -> decision.member().equals(member));
    }

    /** Whether another decision to grant would make two, one of them the data protection officer's. */
    State after(Decision next) {
        if (next.verdict() == Verdict.REFUSE) {
            return State.REFUSED;
        }
        var both = decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.GRANT)
                .filter(decision -> !decision.member().equals(next.member()))
                .anyMatch(decision -> isOfficer(decision) || isOfficer(next));
        return both ? State.GRANTED : State.OPEN;
    }

    private static boolean isOfficer(Decision decision) {
        return decision.role().equals("auditor");
    }
}
