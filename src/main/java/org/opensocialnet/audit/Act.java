package org.opensocialnet.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done or seen, without a name or a free text: codes and ids only. Who, for which organisation, in which role
 * and from where the trail takes from the sight under which it happens.
 *
 * @param what the act's code, room first: "upkeep.notice.published", "people.person.read"
 * @param kind what it was done to: "service", "member", "person"
 * @param subject the record's id; none where the act touches no single record, such as a search
 * @param whose the organisation the record belongs to
 * @param why the reason's code, where one was asked: "break-glass.danger"
 */
public record Act(
        String what,
        String kind,
        @Nullable UUID subject,
        @Nullable UUID whose,
        @Nullable String why) {

    public static Act on(String what, String kind, UUID subject) {
        return new Act(what, kind, subject, null, null);
    }

    public Act of(@Nullable UUID organization) {
        return new Act(what, kind, subject, organization, why);
    }

    public Act because(String code) {
        return new Act(what, kind, subject, whose, code);
    }
}
