package org.opensocialnet.questionnaire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opensocialnet.forms.Question;

/** What an answer says to the city: which field of the directory it speaks of, or that something is missing. */
enum Means {
    ORGANIZATION_DESCRIPTION("organization.description"),
    ORGANIZATION_WEBSITE("organization.website"),
    ORGANIZATION_EMAIL("organization.email"),
    SERVICE_NAME("service.name"),
    SERVICE_STATUS("service.status"),
    SERVICE_DESCRIPTION("service.description"),
    SERVICE_HOURS("service.hours"),
    SERVICE_LANGUAGES("service.languages"),
    SERVICE_GROUPS("service.groups"),
    SERVICE_AREA("service.area"),
    /** Which service the places are of; only where a row is new. */
    CAPACITY_SERVICE("capacity.service"),
    CAPACITY_MAXIMUM("capacity.maximum"),
    CAPACITY_AVAILABLE("capacity.available"),
    CAPACITY_GROUP("capacity.group"),
    CAPACITY_FUNDING("capacity.funding"),
    GAP_WORDS("gap.words"),
    GAP_KIND("gap.kind"),
    GAP_GROUP("gap.group"),
    GAP_COMMUNITY("gap.community"),
    GAP_PEOPLE("gap.people");

    /** The rows a table begins with: the organisation's services. */
    static final String SERVICES = "services";

    /** The same: what its services have places for. */
    static final String CAPACITIES = "capacities";

    private final String code;

    Means(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Means> of(Question question) {
        return Arrays.stream(values())
                .filter(means -> means.code.equals(question.means()))
                .findFirst();
    }

    boolean ofTheOrganization() {
        return code.startsWith("organization.");
    }

    boolean ofAGap() {
        return code.startsWith("gap.");
    }

    /** Whether it may be said in each row of a table that begins with these. */
    boolean fits(String rows) {
        return switch (rows) {
            case SERVICES -> code.startsWith("service.");
            case CAPACITIES -> code.startsWith("capacity.");
            default -> ofAGap();
        };
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Means::code).toList();
    }
}
