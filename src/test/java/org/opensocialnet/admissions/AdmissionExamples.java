package org.opensocialnet.admissions;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.opensocialnet.parcels.Sheet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A list of each organisation the access matrix asks for. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class AdmissionExamples {

    @Bean
    RouteExamples admissionExample(Admissions admissions) {
        return new RouteExamples() {
            @Override
            public String kind() {
                return "admission";
            }

            @Override
            public String of(UUID organization, UUID member) {
                var rows = List.of(new Sheet.Line(2, List.of(RouteExamples.marker(organization))));
                return Sight.job("matrix")
                        .call(() ->
                                admissions.receive(organization, member, "list.csv", new Sheet(List.of("Όνομα"), rows)))
                        .toString();
            }

            @Override
            public Map<String, String> fields(UUID organization) {
                return Map.of("column-0", "given-name", "quality", "given");
            }
        };
    }
}
