package org.opensocialnet.questionnaire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Condition;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.questionnaire.Respondent.Progress;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items;

/** How far an organisation or an edition has come, and what kinds of questions there are, in the reader's words. */
final class EditionWords {

    private EditionWords() {}

    static String say(Progress progress, Words t) {
        return switch (progress) {
            case ANSWERED -> t.of("questionnaire.progress.answered");
            case SETTLED -> t.of("questionnaire.progress.settled");
            case WITHDRAWN -> t.of("questionnaire.progress.withdrawn");
            case OVERDUE -> t.of("questionnaire.progress.overdue");
            case BEGUN -> t.of("questionnaire.progress.begun");
            case NO_EMAIL -> t.of("questionnaire.progress.no-email");
            case NOT_SENT -> t.of("questionnaire.progress.not-sent");
            case UNDELIVERED -> t.of("questionnaire.progress.undelivered");
            case OPENED -> t.of("questionnaire.progress.opened");
            case WITHHELD -> t.of("questionnaire.progress.withheld");
            case SENT -> t.of("questionnaire.progress.sent");
        };
    }

    static String say(Edition.State state, Words t) {
        return switch (state) {
            case DRAFT -> t.of("questionnaire.state.draft");
            case OPEN -> t.of("questionnaire.state.open");
            case CLOSED -> t.of("questionnaire.state.closed");
        };
    }

    static String say(Kind kind, Words t) {
        return switch (kind) {
            case SECTION -> t.of("questionnaire.kind.section");
            case NOTE -> t.of("questionnaire.kind.note");
            case LINE -> t.of("questionnaire.kind.line");
            case TEXT -> t.of("questionnaire.kind.text");
            case NUMBER -> t.of("questionnaire.kind.number");
            case ONE -> t.of("questionnaire.kind.one");
            case MANY -> t.of("questionnaire.kind.many");
            case HOURS -> t.of("questionnaire.kind.hours");
            case TABLE -> t.of("questionnaire.kind.table");
        };
    }

    static String say(Means means, Words t) {
        return switch (means) {
            case ORGANIZATION_DESCRIPTION -> t.of("questionnaire.means.organization-description");
            case ORGANIZATION_WEBSITE -> t.of("questionnaire.means.organization-website");
            case ORGANIZATION_EMAIL -> t.of("questionnaire.means.organization-email");
            case SERVICE_NAME -> t.of("questionnaire.means.service-name");
            case SERVICE_STATUS -> t.of("questionnaire.means.service-status");
            case SERVICE_DESCRIPTION -> t.of("questionnaire.means.service-description");
            case SERVICE_HOURS -> t.of("questionnaire.means.service-hours");
            case SERVICE_LANGUAGES -> t.of("questionnaire.means.service-languages");
            case SERVICE_GROUPS -> t.of("questionnaire.means.service-groups");
            case SERVICE_AREA -> t.of("questionnaire.means.service-area");
            case CAPACITY_SERVICE -> t.of("questionnaire.means.capacity-service");
            case CAPACITY_MAXIMUM -> t.of("questionnaire.means.capacity-maximum");
            case CAPACITY_AVAILABLE -> t.of("questionnaire.means.capacity-available");
            case CAPACITY_GROUP -> t.of("questionnaire.means.capacity-group");
            case CAPACITY_FUNDING -> t.of("questionnaire.means.capacity-funding");
            case GAP_WORDS -> t.of("questionnaire.means.gap-words");
            case GAP_KIND -> t.of("questionnaire.means.gap-kind");
            case GAP_GROUP -> t.of("questionnaire.means.gap-group");
            case GAP_COMMUNITY -> t.of("questionnaire.means.gap-community");
            case GAP_PEOPLE -> t.of("questionnaire.means.gap-people");
        };
    }

    /** After which answers a question is asked; empty where it always is. */
    static String say(@Nullable Condition onlyIf, Blueprint form, Words t) {
        var about = onlyIf == null ? null : form.question(onlyIf.question()).orElse(null);
        return onlyIf == null || about == null
                ? ""
                : t.of(
                        "questionnaire.only-if",
                        about.label().in(t),
                        Proposals.inWords(about, String.join(" ", onlyIf.codes()), about.options(), t));
    }

    static @Nullable Progress progress(String code) {
        return Arrays.stream(Progress.values())
                .filter(progress -> Items.code(progress).equals(code))
                .findFirst()
                .orElse(null);
    }
}
