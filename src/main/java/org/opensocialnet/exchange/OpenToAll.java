package org.opensocialnet.exchange;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets pages of any other site read the open data, which holds nothing personal and asks for no sign-in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class OpenToAll extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().replaceFirst("^/en/", "/").startsWith(HsdsApi.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, OPTIONS");
            response.setHeader(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, If-None-Match, Accept-Language");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag");
            chain.doFilter(request, response);
        }
    }
}
