package org.opensocialnet.desk;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets the desk up: what stands around its pages. */
@Configuration(proxyBeanMethods = false)
class DeskConfig implements WebMvcConfigurer {

    private final Workplaces workplaces;

    DeskConfig(Workplaces workplaces) {
        this.workplaces = workplaces;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(workplaces).addPathPatterns("/desk", "/desk/**");
    }
}
