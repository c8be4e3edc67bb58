package org.opensocialnet.demo;

import org.opensocialnet.web.Banner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says on every page that the city is invented, and on one page what of it is real. */
@Controller
@ConditionalOnProperty("osn.demo.enabled")
class DemoPages {

    @GetMapping("/demo")
    String about() {
        return "demo/about";
    }

    /** The line above every page. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("osn.demo.enabled")
    static class Lines {

        @Bean
        Banner demoBanner() {
            return new Banner(t -> t.of("demo.banner"), "/demo", t -> t.of("demo.banner.more"));
        }
    }
}
