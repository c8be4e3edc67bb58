package org.opensocialnet.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the directory holds the invented city, and in which size. A real city says nothing and has none.
 *
 * @param services how many services the large city has
 */
@ConfigurationProperties("osn.demo")
record DemoSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("small") Size size,
        @DefaultValue("100000") int services) {

    enum Size {
        SMALL,
        LARGE
    }
}
