package org.opensocialnet.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.ViewResolver;

/** Finds a view among the templates: "finding/home" is src/main/jte/finding/home.jte. */
@Configuration(proxyBeanMethods = false)
class Views {

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.opensocialnet");
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ViewResolver templateViews(TemplateEngine templates, Frame frame) {
        return (name, _) -> templates.hasTemplate(name + ".jte") ? new TemplateView(templates, name, frame) : null;
    }
}
