package org.opensocialnet.members;

import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's line in the desk's navigation: for who keeps the own organisation's members, and for who keeps all. */
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
}
