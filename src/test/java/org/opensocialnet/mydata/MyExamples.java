package org.opensocialnet.mydata;

import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A key for the access matrix; its address asks everybody in and shows nothing by itself. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class MyExamples {

    @Bean
    RouteExamples keyExample() {
        return new RouteExamples() {
            @Override
            public String kind() {
                return "key";
            }

            @Override
            public String of(UUID organization, UUID member) {
                return "no-such-key";
            }
        };
    }
}
