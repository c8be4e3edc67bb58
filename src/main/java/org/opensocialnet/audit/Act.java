package org.opensocialnet.audit;

import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final Pattern WHAT = Pattern.compile("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*){1,4}");
    private static final Pattern WORD = Pattern.compile("[a-z]+([.-][a-z0-9]+)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4}");

    public Act {
        mustBeCode("what", what, WHAT, 80);
        mustBeCode("kind", kind, WORD, 40);
        if (why != null) {
            mustBeCode("why", why, WORD, 80);
        }
    }

    public static Act on(String what, String kind, UUID subject) {
        return new Act(what, kind, subject, null, null);
    }

    public Act of(@Nullable UUID organization) {
        return new Act(what, kind, subject, organization, why);
    }

    public Act because(String code) {
        return new Act(what, kind, subject, whose, code);
    }

    /** Says which part is wrong and never what it was: it may be a name. */
    private static void mustBeCode(String part, String text, Pattern form, int longest) {
        if (text.length() > longest
                || !form.matcher(text).matches()
                || NUMBER.matcher(text).find()) {
            throw new IllegalArgumentException("the trail takes codes only: " + part + " is none");
        }
    }
}
