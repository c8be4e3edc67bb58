package org.opensocialnet.drafts;

import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.database.Sight;
import org.opensocialnet.directory.Subject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the gate whose the records are that addresses of the desk name: {service}, {location}, {entry}. */
@Configuration(proxyBeanMethods = false)
class Keepers {

    @Bean
    Keeper serviceKeeper(Keeping keeping) {
        return keeper("service", Subject.Kind.SERVICE, keeping);
    }

    @Bean
    Keeper locationKeeper(Keeping keeping) {
        return keeper("location", Subject.Kind.LOCATION, keeping);
    }

    @Bean
    Keeper entryKeeper(Keeping keeping) {
        return keeper("entry", Subject.Kind.ORGANIZATION, keeping);
    }

    private static Keeper keeper(String name, Subject.Kind kind, Keeping keeping) {
        return new Keeper() {
            @Override
            public String kind() {
                return name;
            }

            /** Who was granted another's records, or is above it, keeps them like its own. */
            @Override
            public Optional<UUID> organization(UUID record) {
                var sight = Sight.current();
                var acting = sight == null ? null : sight.organization();
                return keeping.anyOwner(new Subject(kind, record))
                        .map(owner -> acting != null && keeping.keepsFor(acting, owner) ? acting : owner);
            }
        };
    }
}
