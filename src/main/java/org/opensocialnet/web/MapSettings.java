package org.opensocialnet.web;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator puts under our map: the address of a MapLibre style (the only thing that ever
 * leaves the server), and a GeoJSON file with the official boundaries in place of the schematic ones.
 */
@ConfigurationProperties("osn.map")
record MapSettings(
        @DefaultValue("") String style, @DefaultValue("") String boundaries) {

    /** Scheme and host of the operator's tiles, which browsers may then ask. */
    Optional<String> origin() {
        if (style.isBlank() || style.startsWith("/")) {
            return Optional.empty();
        }
        var address = URI.create(style);
        return Optional.of(address.getScheme() + "://" + address.getAuthority());
    }
}
