package org.opensocialnet.administration;

import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the desk's navigation leads to this room. */
@Configuration(proxyBeanMethods = false)
class AdministrationEntries {

    @Bean
    DeskEntry settingsEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION,
                40,
                "/desk/settings",
                Permission.SETTINGS_CHANGE,
                t -> t.of("administration.settings.title"));
    }

    @Bean
    DeskEntry healthEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION,
                60,
                "/desk/health",
                Permission.HEALTH_READ,
                t -> t.of("administration.health.title"));
    }

    @Bean
    DeskEntry trailEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION,
                50,
                "/desk/trail",
                Permission.TRAIL_READ,
                t -> t.of("administration.trail.title"));
    }
}
