package org.opensocialnet.web;

import java.net.URI;
import java.util.Optional;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The address of a MapLibre style an operator puts in place of our schematic map: the only thing that ever leaves the
 * server.
 */
@Component
class MapStyle {

    private static final Setting<String> STYLE = new Setting<>(
            "map.style",
            Setting.Group.MAP,
            10,
            Forms.addressOrPath(),
            "",
            "web.setting.map-style",
            "web.setting.map-style.hint");

    private final Settings settings;

    MapStyle(Settings settings) {
        this.settings = settings;
    }

    /** The operator's style; none means our schematic one. */
    Optional<String> address() {
        var style = settings.value(STYLE);
        return style.isEmpty() ? Optional.empty() : Optional.of(style);
    }

    /** Scheme and host of the operator's tiles, which browsers may then ask. */
    Optional<String> origin() {
        return address().flatMap(MapStyle::origin);
    }

    static Optional<String> origin(String style) {
        if (style.isBlank() || style.startsWith("/")) {
            return Optional.empty();
        }
        var address = URI.create(style);
        return Optional.of(address.getScheme() + "://" + address.getAuthority());
    }

    /** Tells the settings' room of it. */
    @Configuration(proxyBeanMethods = false)
    static class Declaring {

        @Bean
        Declared mapSettings() {
            return new Declared(STYLE);
        }
    }
}
