package org.opensocialnet.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * On what terms the city gives its directory away.
 *
 * @param title what the data is called
 * @param licence the short name of the licence, as SPDX writes it
 * @param licenceAddress where its text stands
 */
@ConfigurationProperties("osn.open-data")
record OpenData(
        @DefaultValue("Open Social Net") String title,
        @DefaultValue("CC-BY-4.0") String licence,

        @DefaultValue("https://creativecommons.org/licenses/by/4.0/")
        String licenceAddress) {}
