package org.opensocialnet.successions;

import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's page in the desk's navigation. */
@Configuration(proxyBeanMethods = false)
class SuccessionsDesk {

    @Bean
    DeskEntry successionsEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 64, SuccessionPages.PATH, Permission.DIRECTORY_KEEP, t -> t.of("successions.title"));
    }
}
