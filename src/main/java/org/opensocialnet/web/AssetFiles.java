package org.opensocialnet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Serves the built files. Those under /assets carry their content's hash in their name, so a
 * browser may keep them for ever; where it takes brotli or gzip, it gets the copy packed at build time.
 */
@Configuration(proxyBeanMethods = false)
class AssetFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/frontend/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new SmallestFirst());
        registry.addResourceHandler("/favicon.svg", "/robots.txt")
                .addResourceLocations("classpath:/web/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    /** Browsers name brotli after gzip; where they take both, they get brotli, which is a fifth smaller. */
    private static final class SmallestFirst extends EncodedResourceResolver {

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            var asked = request != null && takesBrotli(request) ? onlyBrotli(request) : request;
            return super.resolveResourceInternal(asked, path, locations, chain);
        }

        private static boolean takesBrotli(HttpServletRequest request) {
            var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
            return accepted != null
                    && accepted.matches("(?i)(.*[ ,])?br([ ,;].*)?")
                    && !accepted.matches(".*br; *q=0(,.*)?");
        }

        private static HttpServletRequest onlyBrotli(HttpServletRequest request) {
            return new HttpServletRequestWrapper(request) {
                @Override
                public @Nullable String getHeader(String name) {
                    return HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name) ? "br" : super.getHeader(name);
                }
            };
        }
    }
}
