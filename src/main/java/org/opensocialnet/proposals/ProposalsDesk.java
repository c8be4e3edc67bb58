package org.opensocialnet.proposals;

import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: its page. */
@Configuration(proxyBeanMethods = false)
class ProposalsDesk {

    @Bean
    DeskEntry proposalsEntry() {
        return new DeskEntry(
                Group.NETWORK, 34, ProposalPages.PATH, Permission.SUPPORT_DECIDE, t -> t.of("proposals.title"));
    }
}
