package org.opensocialnet.chronicle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many days of the demo city the ledger tells.
 *
 * @param days none for an empty ledger
 */
@ConfigurationProperties("osn.demo")
record ChronicleSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("small") String size,
        @DefaultValue("0") int days) {

    /** The large city is there to measure with: nobody tells its years. */
    boolean tells() {
        return enabled && days > 0 && size.equalsIgnoreCase("small");
    }
}
