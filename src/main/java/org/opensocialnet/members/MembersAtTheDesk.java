package org.opensocialnet.members;

import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's lines in the desk's navigation: members for who keeps them, and everybody's own account. */
@Configuration(proxyBeanMethods = false)
class MembersAtTheDesk {

    @Bean
    DeskEntry ownMembers() {
        return new DeskEntry(
                Group.ADMINISTRATION, 10, MemberPages.PATH, Permission.MEMBERS_MANAGE, t -> t.of("members.title"));
    }

    @Bean
    DeskEntry allMembers() {
        return new DeskEntry(
                Group.ADMINISTRATION, 10, MemberPages.PATH, Permission.MEMBERS_MANAGE_ALL, t -> t.of("members.title"));
    }

    /** Everybody's own account: where one is signed in, the password. */
    @Bean
    DeskEntry ownAccount() {
        return new DeskEntry(
                Group.ADMINISTRATION, 90, "/desk/account", Permission.DESK_READ, t -> t.of("members.account"));
    }
}
