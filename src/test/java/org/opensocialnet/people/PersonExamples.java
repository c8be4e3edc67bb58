package org.opensocialnet.people;

import static org.opensocialnet.people.Known.registered;
import static org.opensocialnet.people.Known.said;

import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A person of each organisation the access matrix asks for. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class PersonExamples {

    @Bean
    RouteExamples personExample(People people) {
        return new RouteExamples() {
            @Override
            public String kind() {
                return "person";
            }

            @Override
            public String of(UUID organization, UUID member) {
                var name = List.of(said(FactKind.NICKNAME, RouteExamples.marker(organization)));
                return registered(people, organization, name).value().toString();
            }
        };
    }
}
