package org.opensocialnet.asks;

import java.util.Optional;
import org.opensocialnet.access.Permission;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.PublicAsking;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands beside a request at the desk: its files, and that it came by the public form. */
@Configuration(proxyBeanMethods = false)
class AskAbout {

    @Bean
    Calls.About filesOfRequest(AskFiles files) {
        return (request, me, t) -> files.of(request)
                .filter(audience -> audience.reads())
                .map(_ -> new Calls.Link(
                        t.of("asks.files.of", files.list(request).size()), "/desk/requests/" + request + "/papers"));
    }

    @Bean
    Calls.About publicForm(PublicAsking asking) {
        return (request, me, t) -> me.may(Permission.SUPPORT_DECIDE)
                ? asking.find(request)
                        .map(standing -> new Calls.Link(
                                asking.maySort(standing.state())
                                        ? t.of("asks.about.unchecked")
                                        : t.of("asks.about.public"),
                                TeamPages.PATH + request))
                : Optional.empty();
    }
}
