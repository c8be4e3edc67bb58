package org.opensocialnet.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator says about this city's site: its address (for links that leave the page), the
 * main language of the records, the city and those who pay, and who answers for it.
 */
@ConfigurationProperties("osn.site")
record Site(
        @DefaultValue("") String origin,
        @DefaultValue("el") String language,
        @DefaultValue("Open Social Net") String name,
        @DefaultValue("") String city,
        @DefaultValue("") String cityEn,
        @DefaultValue List<String> funders,
        @DefaultValue("") String contact,
        @DefaultValue("") String code,
        @DefaultValue("https://www.meteo.gr") String exit) {

    String city(Language language) {
        return language == Language.ENGLISH && !cityEn.isBlank() ? cityEn : city;
    }
}
