package org.opensocialnet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What one request asks for: the language, our own scheme and host, the page's address without language, its query. */
record Visit(Language language, String origin, String path, String query) {

    private static final String FOR_PROGRAMS = "/hsds/";

    static final String ATTRIBUTE = Visit.class.getName();

    static Visit of(HttpServletRequest request) {
        var address = request.getRequestURI();
        var query = Optional.ofNullable(request.getQueryString()).orElse("");
        var origin = origin(request);
        return address.startsWith("/en/")
                ? new Visit(Language.ENGLISH, origin, oneSlash(address.substring(3)), pageOnly(query))
                : new Visit(unprefixed(request, address), origin, oneSlash(address), pageOnly(query));
    }

    /** Pages without prefix are Greek; a program says by a header which language it reads. */
    private static Language unprefixed(HttpServletRequest request, String address) {
        return address.startsWith(FOR_PROGRAMS)
                ? Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                : Language.GREEK;
    }

    /** The visit the filter noted, also while an error page is made. */
    static Visit current(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Visit noted ? noted : of(request);
    }

    /** The address of this page without language, with its query. */
    String here() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Scheme and host as the reader's browser knows them. */
    private static String origin(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath(null)
                .toUriString();
    }

    private static String oneSlash(String path) {
        return "/" + path.replaceFirst("^[/\\\\]+", "");
    }

    private static String pageOnly(String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.startsWith(LanguageFilter.SWITCH + "="))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }
}
