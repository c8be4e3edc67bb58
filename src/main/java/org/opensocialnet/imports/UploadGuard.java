package org.opensocialnet.imports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the size of a sent file before anything of it is read: a large one is told so on its own form, and on every other
 * address files are small.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UploadGuard extends OncePerRequestFilter {

    static final long MEGABYTES = 50;
    static final long BYTES = MEGABYTES << 20;

    private static final long ELSEWHERE = 4L << 20;
    private static final long FIELDS = 1L << 16;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            chain.doFilter(request, response);
            return;
        }
        var path = request.getRequestURI();
        boolean here = path.endsWith(ImportPages.PATH + "/new");
        var length = request.getContentLengthLong();
        if (length < 0 || length > (here ? BYTES + FIELDS : ELSEWHERE)) {
            if (here && length >= 0) {
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader("Location", path + "?large=yes");
            } else {
                response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            }
            return;
        }
        chain.doFilter(request, response);
    }
}
