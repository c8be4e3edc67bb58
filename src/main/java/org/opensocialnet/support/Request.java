package org.opensocialnet.support;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;

/**
 * Somebody asks for help.
 *
 * @param number how people call it
 * @param version which change of it this is: who changes an older one is told
 * @param story why it is needed; empty for whoever may know of the lines alone
 * @param from the cell of coverage whose deficit it answers
 */
public record Request(
        UUID id,
        int number,
        int version,
        Asker asker,
        String title,
        String story,
        State state,
        @Nullable Gap from,
        Instant changedAt) {

    /** A cell of coverage. */
    public record Gap(String serviceType, String group, String zone) {}

    Request after(Step step) {
        return new Request(id, number, version, asker, title, story, step.from(state), from, changedAt);
    }

    /**
     * What a member may do with one request.
     *
     * @param writes says what is asked for, sends it, answers questions, takes it back
     * @param decides accepts, refuses, asks back, calls others
     */
    record Rights(boolean writes, boolean decides) {

        static Rights of(SignedIn me, Request request) {
            boolean writes = switch (request.asker()) {
                case Asker.OfTeam _, Asker.OfPublic _ -> me.may(Permission.SUPPORT_DECIDE);
                case Asker.OfOrganization(var organization) -> asks(me, organization);
                case Asker.ForPerson(var organization, var _) -> asks(me, organization);
            };
            return new Rights(writes, me.may(Permission.SUPPORT_DECIDE));
        }

        private static boolean asks(SignedIn me, UUID organization) {
            return me.may(Permission.SUPPORT_ASK) && Objects.equals(me.organization(), organization);
        }

        /** The request, where that member may write it. */
        static Request written(SignedIn me, Request request) {
            if (!of(me, request).writes()) {
                throw Refusal.conflict("support.not-yours");
            }
            return request;
        }
    }
}
