package org.opensocialnet.web;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The address of a MapLibre style an operator puts in place of our schematic map: the only thing that ever leaves the server. */
@ConfigurationProperties("osn.map")
record MapSettings(@DefaultValue("") String style) {

    /** Scheme and host of the operator's tiles, which browsers may then ask. */
    Optional<String> origin() {
        if (style.isBlank() || style.startsWith("/")) {
            return Optional.empty();
        }
        var address = URI.create(style);
        return Optional.of(address.getScheme() + "://" + address.getAuthority());
    }
}
