package org.opensocialnet.members;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.RouteExamples;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A colleague of the organisation. */
@Component
@Profile("matrix")
class MemberExamples implements RouteExamples {

    private final ApplicationContext context;

    MemberExamples(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public String of(UUID organization, UUID member) {
        return AtTheDesk.of(context).member(Set.of(Role.EDITOR), organization).toString();
    }

    /** In which organisation, for one member may be in several. */
    @Override
    public Map<String, String> fields(UUID organization) {
        return Map.of("organization", organization.toString());
    }
}
