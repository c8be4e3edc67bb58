package org.opensocialnet.members;

import java.util.Set;
import java.util.stream.Collectors;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Role;
import org.opensocialnet.web.Words;

/** Roles and states of members, as people read them. */
public final class MemberWords {

    private MemberWords() {}

    public static String said(Set<Role> roles, Words t) {
        return roles.stream().sorted().map(role -> said(role, t)).collect(Collectors.joining(", "));
    }

    static String state(State state, Words t) {
        return switch (state) {
            case INVITED -> t.of("members.state.invited");
            case ACTIVE -> t.of("members.state.active");
            case DISABLED -> t.of("members.state.disabled");
        };
    }

    static String said(Role role, Words t) {
        return switch (role) {
            case ORGANIZATION_ADMIN -> t.of("members.role.organization-admin");
            case CASEWORKER -> t.of("members.role.caseworker");
            case OUTREACH_WORKER -> t.of("members.role.outreach-worker");
            case SITE_STAFF -> t.of("members.role.site-staff");
            case EDITOR -> t.of("members.role.editor");
            case COORDINATOR -> t.of("members.role.coordinator");
            case RESEARCHER -> t.of("members.role.researcher");
            case AUDITOR -> t.of("members.role.auditor");
            case ADMINISTRATOR -> t.of("members.role.administrator");
        };
    }
}
