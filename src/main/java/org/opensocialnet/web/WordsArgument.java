package org.opensocialnet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a controller the reader's {@link Words}, for answers that are no page: feeds, tables, printed guides. */
@Configuration(proxyBeanMethods = false)
class WordsArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Frame frame;

    WordsArgument(Frame frame) {
        this.frame = frame;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Words.class;
    }

    @Override
    public Words resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var visited = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return new Words(frame, Visit.current(visited));
    }
}
