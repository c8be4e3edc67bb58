package org.opensocialnet.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import org.opensocialnet.web.MenuEntry;
import org.opensocialnet.web.MenuEntry.Place;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page that tells people what of the directory they may take, in which forms, and on what terms. */
@Controller
class DataPage {

    private final Records records;
    private final OpenData terms;

    DataPage(Records records, OpenData terms) {
        this.records = records;
        this.terms = terms;
    }

    /** How much there is, where programs find it, and its licence. */
    record Page(long services, long organizations, long places, String api, OpenData terms) {}

    @GetMapping("/data")
    ModelAndView data(HttpServletRequest request) throws SQLException {
        var api = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + HsdsApi.ROOT;
        return new ModelAndView(
                "exchange/data",
                "page",
                new Page(
                        records.count(Listing.SERVICES, Asked.EVERYTHING),
                        records.count(Listing.ORGANIZATIONS, Asked.EVERYTHING),
                        records.count(Listing.SERVICE_AT_LOCATIONS, Asked.EVERYTHING),
                        api,
                        terms));
    }

    /** Its link at the foot of every page. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(OpenData.class)
    static class Link {

        @Bean
        MenuEntry dataLink() {
            return new MenuEntry(Place.FOOTER, 30, "/data", t -> t.of("exchange.data.title"));
        }
    }
}
