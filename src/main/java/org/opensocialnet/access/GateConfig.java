package org.opensocialnet.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The gate's second lock, and its gift: what answers must be the very address the gate judged by, whatever the two think
 * of slashes and patterns; and controllers get the {@link SignedIn} who was let through.
 */
@Configuration(proxyBeanMethods = false)
class GateConfig implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final Logger LOG = LoggerFactory.getLogger(GateConfig.class);

    private final ObjectProvider<CostlyReads> costly;

    GateConfig(ObjectProvider<CostlyReads> costly) {
        this.costly = costly;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        if (wasJudged(request)) {
            if (request.getAttribute(Routes.ATTRIBUTE) instanceof Routes.Matched matched
                    && matched.first().costly()) {
                costly.getObject().count(Origin.coarse(request));
            }
            return true;
        }
        LOG.atWarn()
                .addKeyValue("pattern", request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .log("An address that no routes.csv names was refused");
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return false;
    }

    private static boolean wasJudged(HttpServletRequest request) {
        return request.getAttribute(Routes.ATTRIBUTE) instanceof Routes.Matched matched
                && matched.pattern()
                        .getPatternString()
                        .equals(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return Objects.requireNonNull(
                asked.getAttribute(SignedIn.class.getName()), "this address does not ask for a member");
    }
}
