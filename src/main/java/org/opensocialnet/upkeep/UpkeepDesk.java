package org.opensocialnet.upkeep;

import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's pages in the desk's navigation; the coordination team has a way in of its own to each. */
@Configuration(proxyBeanMethods = false)
class UpkeepDesk {

    @Bean
    DeskEntry recordsEntry() {
        return new DeskEntry(Group.DIRECTORY, 10, "/desk/records", Permission.DIRECTORY_EDIT, UpkeepDesk::records);
    }

    @Bean
    DeskEntry capacityEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 20, "/desk/capacity", Permission.DIRECTORY_EDIT, t -> t.of("upkeep.capacity.title"));
    }

    @Bean
    DeskEntry noticesEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 30, "/desk/notices", Permission.DIRECTORY_EDIT, t -> t.of("upkeep.notices.title"));
    }

    @Bean
    DeskEntry claimsEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 40, "/desk/claims", Permission.DIRECTORY_PUBLISH, t -> t.of("upkeep.claims.title"));
    }

    @Bean
    DeskEntry allRecordsEntry() {
        return new DeskEntry(Group.DIRECTORY, 11, "/desk/records", Permission.DIRECTORY_KEEP, UpkeepDesk::records);
    }

    @Bean
    DeskEntry allClaimsEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 41, "/desk/claims", Permission.DIRECTORY_KEEP, t -> t.of("upkeep.claims.title"));
    }

    private static String records(Words t) {
        return t.of("upkeep.records.title");
    }
}
