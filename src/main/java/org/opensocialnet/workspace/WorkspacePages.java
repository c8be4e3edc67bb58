package org.opensocialnet.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lays the form token beside each page and what the last act said beside those of the desk, and keeps what is below /desk
 * out of caches and search engines.
 */
@Configuration(proxyBeanMethods = false)
class WorkspacePages implements WebMvcConfigurer {

    private final ObjectProvider<FormToken.Source> tokens;
    private final SaidNext said;

    WorkspacePages(ObjectProvider<FormToken.Source> tokens, SaidNext said) {
        this.tokens = tokens;
        this.said = said;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Tokens());
        registry.addInterceptor(new Private()).addPathPatterns("/desk", "/desk/**");
        registry.addInterceptor(new Telling())
                .addPathPatterns("/desk", "/desk/**", "/sign-in", "/sign-in/**", "/gallery/desk", "/gallery/desk/**");
    }

    private static boolean isShown(@Nullable ModelAndView page) {
        return page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:");
    }

    /** Lays the form token beside each page. */
    private final class Tokens implements HandlerInterceptor {

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page != null && isShown(page)) {
                tokens.orderedStream()
                        .flatMap(source -> source.of(request).stream())
                        .findFirst()
                        .ifPresent(token -> page.addObject(FormToken.class.getName(), token));
            }
        }
    }

    /** Lays what the last act said beside the next page of the desk or of its door. */
    private final class Telling implements HandlerInterceptor {

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page != null && isShown(page)) {
                said.taken(request).ifPresent(text -> page.addObject(Said.NAME, text));
            }
        }
    }

    /** What members see stays with them. */
    private static final class Private implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader("X-Robots-Tag", "noindex");
            return true;
        }
    }
}
