package org.opensocialnet.demo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The room's settings, and its beginning: the city is settled when the server starts, never for a command. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfig {

    /** After the directory's own words. */
    @Bean
    @ConditionalOnWebApplication
    @Order(0)
    ApplicationRunner demoStart(Demo demo, Neighbours neighbours) {
        return _ -> {
            demo.settle();
            neighbours.settle();
        };
    }
}
